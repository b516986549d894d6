using Wijkmonitor.Functions.Tests.Structure.Fixtures.South;

namespace Wijkmonitor.Functions.Tests.Structure.Fixtures.North;

/// <summary>Uses the south, which uses it.</summary>
public class Compass
{
    public string? Name { get; init; }

    public string? Read(SignManager sign) => Name ?? sign.Name;
}
