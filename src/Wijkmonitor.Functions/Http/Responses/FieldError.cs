using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Functions.Http.Responses;

/// <summary>A field that is wrong.</summary>
/// <param name="Field">The path or query key.</param>
/// <param name="Value">Its value as read.</param>
public sealed record FieldError(string Field, string Value)
{
    /// <summary>Problem with the field, unless the message of the response states it already.</summary>
    public BilingualText? Message { get; init; }

    /// <summary>Line of the body that it is in, counted from 1; null for other fields.</summary>
    public int? Line { get; init; }

    /// <summary>Column in that line, counted from 1.</summary>
    public int? Column { get; init; }
}
