using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rules;

/// <summary>A sum that a source states in its text, which is compared with the rows. The rows count.</summary>
/// <param name="Code">Its code: lower-case words with hyphens.</param>
/// <param name="Label">Words for what is summed.</param>
/// <param name="Place">The place in the source.</param>
/// <param name="Rows">The funding rows that it is the sum of.</param>
/// <param name="Amount">The sum as stated, in euros.</param>
/// <param name="Remark">Words that are added where the rows differ; absent for none.</param>
public sealed record StatedSum(
    string Code, BilingualText Label, string Place, IReadOnlyList<string> Rows, decimal Amount, BilingualText? Remark = null);
