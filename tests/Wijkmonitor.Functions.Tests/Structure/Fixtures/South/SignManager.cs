using Wijkmonitor.Functions.Tests.Structure.Fixtures.North;

namespace Wijkmonitor.Functions.Tests.Structure.Fixtures.South;

/// <summary>Uses the north, which uses it.</summary>
public sealed class SignManager
{
    public string? Name { get; init; }

    public Compass? Compass { get; init; }
}
