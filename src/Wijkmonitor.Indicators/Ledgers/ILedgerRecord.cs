using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Ledgers;

/// <summary>Something that is booked on a contract under a reference, and never changed.</summary>
public interface ILedgerRecord
{
    /// <summary>Gets the contract's id.</summary>
    string Contract { get; }

    /// <summary>Gets the supplier's own reference.</summary>
    string Reference { get; }

    /// <summary>Gets the delivery and line that it was read from.</summary>
    SourceLine Source { get; }
}
