using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Functions.Ingest.Previews;

/// <summary>Change of a year's statement of a social mortgage.</summary>
/// <param name="Contract">The id of the contract.</param>
/// <param name="Period">The year.</param>
/// <param name="Change">Whether the statement is added, changed or taken away.</param>
/// <param name="Totals">Its totals that change.</param>
public sealed record StatementChange(string Contract, Period Period, ChangeKind Change, IReadOnlyList<TotalChange> Totals);

/// <summary>Change of a total.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Label">Its name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Before">As it is; null where it cannot be given.</param>
/// <param name="After">As it would be; null where it could not be given.</param>
public sealed record TotalChange(string Code, BilingualText Label, string Unit, decimal? Before, decimal? After);
