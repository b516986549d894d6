using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Ledgers;

/// <summary>An outside event next to the series of an indicator, such as new homes or a school. It explains; no figure is adjusted for it.</summary>
/// <param name="Contract">The contract's id.</param>
/// <param name="Reference">The annotation's own reference, unique within the contract.</param>
/// <param name="Date">The day of the event.</param>
/// <param name="Indicator">The indicator's code.</param>
/// <param name="Text">Text of the annotation.</param>
/// <param name="ByRole">The role that recorded it.</param>
/// <param name="Source">The delivery and line it was read from.</param>
public sealed record SeriesAnnotation(string Contract, string Reference, DateOnly Date, string Indicator, string Text, string ByRole, SourceLine Source)
    : ILedgerRecord;
