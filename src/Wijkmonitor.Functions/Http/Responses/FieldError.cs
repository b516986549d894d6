using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Functions.Http.Responses;

/// <summary>A field that is wrong.</summary>
/// <param name="Field">The path or query key.</param>
/// <param name="Value">Its value as read.</param>
public sealed record FieldError(string Field, string Value)
{
    /// <summary>What is wrong with it, where the problem's own message does not say that already.</summary>
    public BilingualText? Message { get; init; }
}
