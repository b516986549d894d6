using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;
using Wijkmonitor.Indicators.SocialMortgage.Repayment;

namespace Wijkmonitor.Indicators.SocialMortgage.Statements;

/// <summary>Factory of the findings of a statement. A finding flags; it changes no amount and decides nothing.</summary>
internal sealed class MortgageFindings
{
    /// <summary>The code of the finding that a year is settled.</summary>
    public const string SettledCode = "settled";

    private readonly StatementYear statement;
    private readonly MortgageAccount account;
    private readonly ObservationSet observations;
    private readonly List<Finding> findings = [];

    private MortgageFindings(StatementYear statement, MortgageAccount account, ObservationSet observations)
    {
        this.statement = statement;
        this.account = account;
        this.observations = observations;
    }

    /// <summary>Creates the findings, in a fixed order; each names its lines.</summary>
    public static IReadOnlyList<Finding> Create(StatementYear statement, MortgageAccount account, ObservationSet observations)
    {
        var found = new MortgageFindings(statement, account, observations);
        found.AddStates();
        found.AddFigures();
        found.AddEntries();
        found.AddAccount();
        return found.findings;
    }

    private void AddStates()
    {
        Add("missing", FindingSeverity.Warning, GetCodes(i => i.State == LineState.MissingInput),
            "Een cijfer van de buurt of de stad ontbreekt. Deze regels tellen niet mee in de totalen.",
            "A figure of the neighbourhood or the city is missing. These lines are not in the totals.");
        Add("suppressed", FindingSeverity.Information, GetCodes(i => i.State == LineState.Suppressed),
            "Deze cijfers gaan over te weinig mensen om te tonen. Deze regels tellen niet mee in de totalen.",
            "These figures are about too few people to be shown. These lines are not in the totals.");
        Add("unresolved", FindingSeverity.Warning, GetCodes(i => i.State == LineState.Unresolved),
            "De regel is op meer dan een manier te lezen. De partijen moeten kiezen; tot dan telt de regel niet mee.",
            "The rule can be read in more than one way. The parties have to choose; until then the line does not count.");
        Add("to-be-determined", FindingSeverity.Information, GetCodes(i => i.State == LineState.ToBeDetermined),
            "Wat een verbetering bij deze indicatoren waard is, is nog niet afgesproken.",
            "What an improvement in these indicators is worth is still to be agreed.");
    }

    private void AddFigures()
    {
        Add("baseline-differs", FindingSeverity.Warning, GetCodes(BaselineDiffers),
            "Het aangeleverde cijfer over het jaar van de nulmeting is anders dan de nulmeting in het contract. De nulmeting in het contract telt.",
            "The figure delivered for the baseline year differs from the baseline in the contract. The baseline in the contract counts.");
        Add("boundary-change", FindingSeverity.Information, GetCodes(BoundariesDiffer),
            "Deze cijfers horen bij grenzen van een ander jaar dan de nulmeting. Zijn de grenzen verlegd, dan kan een deel van het verschil daarvan komen.",
            "These figures are for boundaries of another year than the baseline. If boundaries moved, part of the difference may come from that.");
        Add("within-chance", FindingSeverity.Information, GetCodes(IsWithinChance),
            "Deze verandering is klein voor het aantal mensen waar het om gaat. Daarom kan het toeval zijn. Het bedrag volgens het contract verandert daar niet door.",
            "This change is small for the number of people it is about. So it may be chance. The amount by the contract does not change because of that.");
        Add("provisional", FindingSeverity.Information, GetCodes(i => i.Own?.Provisional == true || i.City?.Provisional == true),
            "Deze cijfers zijn voorlopig en kunnen nog veranderen.",
            "These figures are provisional and may still change.");
        Add("correction", FindingSeverity.Information, [.. statement.Corrections.Select(l => l.Code)],
            "Deze regels corrigeren jaren die al waren vastgesteld; de vastgestelde jaren zelf blijven zoals ze waren.",
            "These lines correct years that were already settled; the settled years themselves stay as they were.");
        foreach (var annotation in statement.Annotations)
        {
            findings.Add(new Finding("annotation", FindingSeverity.Information, [annotation.Indicator], new BilingualText(
                $"{NumberFormatter.Nl.FormatDay(annotation.Date)}: {annotation.Text} (aantekening van {annotation.ByRole}; het cijfer is er niet voor aangepast).",
                $"{NumberFormatter.En.FormatDay(annotation.Date)}: {annotation.Text} (noted by {annotation.ByRole}; the figure is not adjusted for it).")));
        }
    }

    private void AddEntries()
    {
        var pending = statement.Pending;
        var (rows, names) = (NumberFormatter.Nl.Format(pending.Count), string.Join(", ", pending.Select(i => i.Entry.Reference)));
        Add("pending-activities", FindingSeverity.Information, GetLines(pending.Select(i => i.Entry)),
            $"{rows} {(pending.Count == 1 ? "boeking van activiteiten is" : "boekingen van activiteiten zijn")} nog niet bevestigd en daarom niet bijgeschreven: {names}.",
            $"{rows} {(pending.Count == 1 ? "entry of activities is" : "entries of activities are")} not confirmed yet and therefore not credited: {names}.");
        var disputed = statement.Disputed;
        var disputes = string.Join(", ", disputed.Select(i => i.Entry.Reference));
        Add("disputed-entries", FindingSeverity.Warning, GetLines(disputed.Select(i => i.Entry)),
            $"Betwist, en tot dat is opgelost niet bijgeschreven: {disputes}.", $"Disputed, and until resolved not credited: {disputes}.");
        foreach (var (decision, problem) in statement.RefusedDecisions)
        {
            findings.Add(new Finding("decision-refused", FindingSeverity.Warning, [], new BilingualText(
                $"Besluit {decision.Reference} heeft geen gevolg. {problem.Message.Nl} {problem.Remedy.Nl}",
                $"Decision {decision.Reference} has no effect. {problem.Message.En} {problem.Remedy.En}")));
        }

        foreach (var (entry, problem) in statement.Refused)
        {
            findings.Add(new Finding("entry-refused", FindingSeverity.Warning, [], new BilingualText(
                $"Boeking {entry.Reference} is niet bijgeschreven. {problem.Message.Nl} {problem.Remedy.Nl}",
                $"Entry {entry.Reference} is not credited. {problem.Message.En} {problem.Remedy.En}")));
        }

        foreach (var entry in statement.Duplicates)
        {
            findings.Add(new Finding("duplicate-entry", FindingSeverity.Warning, GetLines([entry]), new BilingualText(
                $"Boeking {entry.Reference} komt meer dan eens voor en is één keer geteld.",
                $"Entry {entry.Reference} occurs more than once and was counted once.")));
        }
    }

    private void AddAccount()
    {
        var capped = account.Lines.Total - account.Credits.Total;
        if (capped != 0)
        {
            AddOverall("cap-reached",
                $"Het maximum van een kanaal is bereikt; {NumberFormatter.Nl.FormatEuro(capped)} is niet bijgeschreven.",
                $"The maximum of a channel is reached; {NumberFormatter.En.FormatEuro(capped)} is not credited.");
        }

        if (account.OnTrackPercent is < 100)
        {
            AddOffTrack();
        }

        if (account.Closing <= 0)
        {
            AddOverall("repaid-in-full", "De hypotheek is afgelost.", "The mortgage is repaid.");
        }
    }

    private void AddOffTrack()
    {
        var repaid = account.Repaid.Total;
        var reference = account.Reference;
        AddOverall("behind-reference",
            $"Er is {NumberFormatter.Nl.FormatEuro(repaid)} afgelost; "
                + (IsLinear ? $"bij gelijkmatig aflossen zou dat {NumberFormatter.Nl.FormatEuro(reference)} zijn (niet afgesproken)." : $"afgesproken was {NumberFormatter.Nl.FormatEuro(reference)}."),
            $"{NumberFormatter.En.FormatEuro(repaid)} was repaid; "
                + (IsLinear ? $"with even repayment it would be {NumberFormatter.En.FormatEuro(reference)} (not agreed)." : $"{NumberFormatter.En.FormatEuro(reference)} was agreed."));
        var limits = statement.Contract.OffTrack;
        if (account.IsOffTrack(limits, limits.ReconsiderBelowPercent))
        {
            var text = DescribeOffTrack(limits, limits.ReconsiderBelowPercent!.Value);
            AddOverall("off-track",
                $"{text.Nl} Onder die grens kan de gemeente het contract heroverwegen; dat besluit is aan de gemeente.",
                $"{text.En} Below that limit the municipality can reconsider the contract; that decision is the municipality's.",
                FindingSeverity.Warning);
        }
        else if (account.IsOffTrack(limits, limits.TalkBelowPercent))
        {
            var text = DescribeOffTrack(limits, limits.TalkBelowPercent!.Value);
            AddOverall("off-track",
                $"{text.Nl} De partijen hebben afgesproken dan met elkaar te praten.",
                $"{text.En} The parties agreed to talk to each other in that case.", FindingSeverity.Warning);
        }
    }

    private BilingualText DescribeOffTrack(OffTrackLimits limits, decimal below)
    {
        var isTwo = limits.When == OffTrackMoment.TwoYears;
        var leavesOut = account.LeftOutSoFar.Any(l => l.State is LineState.MissingInput or LineState.Suppressed);
        return new BilingualText(
            $"De aflossing ligt onder de afgesproken grens: {(isTwo ? "twee jaren achter elkaar " : "")}minder dan {NumberFormatter.Nl.Format(below)}%.{(leavesOut ? " Daarbij ontbreken nog cijfers." : "")}",
            $"The repayment is below the agreed limit: less than {NumberFormatter.En.Format(below)}%{(isTwo ? " two years in a row" : "")}.{(leavesOut ? " Some figures are still missing from this." : "")}");
    }

    /// <summary>Creates the finding that a year is settled.</summary>
    public static Finding CreateSettledFinding(Settlement settlement) => new(SettledCode, FindingSeverity.Information, [], new BilingualText(
        $"Dit jaar is vastgesteld op {NumberFormatter.Nl.FormatDay(settlement.On)} door: {settlement.ByRole}.",
        $"This year was settled on {NumberFormatter.En.FormatDay(settlement.On)} by: {settlement.ByRole}."));

    private bool IsLinear => statement.Contract.Schedule is null;

    private bool BaselineDiffers(IndicatorYear year)
    {
        var (own, city) = FindAtBaseline(year);
        return year.Rule is PricedIndicator priced
            && ((own?.Value.Number is { } ownValue && ownValue != priced.Baseline)
                || (GetCityBaseline(priced) is { } frozen && city?.Value.Number is { } cityValue && cityValue != frozen));
    }

    private bool BoundariesDiffer(IndicatorYear year)
    {
        var (own, city) = FindAtBaseline(year);
        return year.Valuation is not null
            && (HaveDifferentBoundaries(own, year.Own) || (year.Rule is not OwnValueIndicator && HaveDifferentBoundaries(city, year.City)));
    }

    private (Observation? Own, Observation? City) FindAtBaseline(IndicatorYear year)
    {
        var (contract, code) = (statement.Contract, year.Rule.Code);
        return (observations.Find(contract.Area, contract.BaselinePeriod, code), observations.Find(contract.City, contract.BaselinePeriod, code));
    }

    private static bool IsWithinChance(IndicatorYear year) =>
        year is { Valuation: not null, Population: { } population, Rule: SteppedIndicator rule, Own.Value.Number: { } value }
        && population.IsWithinChance(rule.Baseline, value);

    private static decimal? GetCityBaseline(PricedIndicator rule) => (rule as GapIndicator)?.CityBaseline ?? (rule as RelativeToCityIndicator)?.CityBaseline;

    private static bool HaveDifferentBoundaries(Observation? baseline, Observation? now) =>
        baseline is not null && now is not null && baseline.BoundaryYear != now.BoundaryYear;

    private static List<string> GetLines(IEnumerable<LedgerEntry> entries) =>
        [.. entries.Select(e => e.Channel == LedgerChannel.Operation ? EntryLines.Operation : EntryLines.GetCode(e.Item)).Distinct(StringComparer.Ordinal)];

    private List<string> GetCodes(Func<IndicatorYear, bool> predicate) => [.. statement.Indicators.Where(predicate).Select(i => i.Rule.Code)];

    private void Add(string code, FindingSeverity severity, List<string> lines, string nl, string en)
    {
        if (lines.Count > 0)
        {
            findings.Add(new Finding(code, severity, lines, new BilingualText(nl, en)));
        }
    }

    private void AddOverall(string code, string nl, string en, FindingSeverity severity = FindingSeverity.Information) =>
        findings.Add(new Finding(code, severity, [], new BilingualText(nl, en)));
}
