using Wijkmonitor.Indicators.Ledgers;

namespace Wijkmonitor.Indicators.SocialMortgage.Dossiers;

/// <summary>The roles that entries and decisions have as inputs of a line.</summary>
internal static class LedgerRoles
{
    /// <summary>An entry that counts.</summary>
    public const string Entry = "entry";

    /// <summary>A correction of an entry that counts.</summary>
    public const string Correction = "correction";

    /// <summary>Gets the role in which an entry or its correction is an input, by the entry's state.</summary>
    public static string GetRole(EntryState state, string role) => state switch
    {
        EntryState.Pending => $"pending-{role}",
        EntryState.Disputed => $"disputed-{role}",
        _ => role,
    };

    /// <summary>Gets the role of a decision that has no number.</summary>
    public static string GetRole(DecisionKind kind) => kind == DecisionKind.Confirmed ? "confirmation" : "dispute";
}
