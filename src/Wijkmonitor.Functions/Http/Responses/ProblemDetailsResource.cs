using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Functions.Http.Responses;

/// <summary>A problem by RFC 9457, with its text in both languages.</summary>
/// <param name="Type">Always about:blank: the status says what kind it is.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">Error in English.</param>
/// <param name="Message">Error in both languages.</param>
/// <param name="Errors">The fields that are wrong.</param>
public sealed record ProblemDetailsResource(
    string Type, string Title, int Status, string Detail, BilingualText Message, IReadOnlyList<FieldError>? Errors);
