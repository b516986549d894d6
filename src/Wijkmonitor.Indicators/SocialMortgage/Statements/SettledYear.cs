using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;

namespace Wijkmonitor.Indicators.SocialMortgage.Statements;

/// <summary>Booked amounts of a settled year, read back from its statement.</summary>
internal sealed class SettledYear
{
    private readonly Dictionary<string, ScorecardLine> lines;

    /// <summary>A settled year.</summary>
    public SettledYear(Settlement settlement)
    {
        Settlement = settlement;
        lines = settlement.Statement.Lines.ToDictionary(l => l.Code, StringComparer.Ordinal);
    }

    /// <summary>The act of settling.</summary>
    public Settlement Settlement { get; }

    /// <summary>The interest that was booked.</summary>
    public decimal Interest => Settlement.Statement.GetEuros("interest");

    /// <summary>Credits by channel.</summary>
    public ChannelCredits Credits => new(
        Settlement.Statement.GetEuros(Channels.Activities), Settlement.Statement.GetEuros(Channels.Indicators),
        Settlement.Statement.GetEuros(Channels.Operation));

    /// <summary>The lines of the year itself, and not those that correct an earlier one.</summary>
    public IEnumerable<ScorecardLine> OwnLines => lines.Values.Where(l => CorrectionLines.ParseYear(l.Code) is null);

    /// <summary>The lines that correct an earlier year.</summary>
    public IEnumerable<ScorecardLine> Corrections => lines.Values.Where(l => CorrectionLines.ParseYear(l.Code) is not null);

    /// <summary>Finds a settled line, or null where there was none.</summary>
    public ScorecardLine? FindLine(string code) => lines.GetValueOrDefault(code);
}
