using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Ledgers;

/// <summary>Problem of a contract or of an entry on it, with its remedy.</summary>
/// <param name="Field">The field: a path in the contract such as <c>indicators/early_school_leavers/basis</c>, or an entry's column.</param>
/// <param name="Value">The value as read; null where there is none.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record ContractProblem(string Field, string? Value, BilingualText Message, BilingualText Remedy);
