using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Ledgers;

/// <summary>Problem of a contract or of an entry on it, with its remedy.</summary>
/// <param name="Field">The field: a path in the contract such as <c>indicators/early_school_leavers/basis</c>, or an entry's column.</param>
/// <param name="Value">The value as read; null where there is none.</param>
/// <param name="Message">Description of the error.</param>
/// <param name="Remedy">Remedy.</param>
public sealed record ContractProblem(string Field, string? Value, BilingualText Message, BilingualText Remedy);
