using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rows;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Time;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Cards;

/// <summary>The sentences that explain the lines of a project ledger.</summary>
internal static class ProjectSentences
{
    /// <summary>Explains the delay of a milestone.</summary>
    public static string ExplainSlip(NumberFormatter text, BilingualText label, Milestone milestone)
    {
        var (planned, now, days) = (milestone.Baseline!, milestone.Now!, milestone.Slip!.Value);
        var verb = now.Kind switch
        {
            MilestoneDate.Actual => text.Localize("in werkelijkheid", "in fact"),
            MilestoneDate.Forecast => text.Localize("nu verwacht", "now expected"),
            _ => text.Localize("nu gepland", "now planned"),
        };
        return text.Localize(
            $"{label.Nl} gepland {ProjectText.FormatDate(text, planned.Date)}, {verb} {ProjectText.FormatDate(text, now.Date)}: {DescribeSlip(text, days)}.{Quote(text, now)}",
            $"{label.En} planned {ProjectText.FormatDate(text, planned.Date)}, {verb} {ProjectText.FormatDate(text, now.Date)}: {DescribeSlip(text, days)}.{Quote(text, now)}");
    }

    /// <summary>Explains a milestone that has dates and no plan.</summary>
    public static string ExplainWithoutPlan(NumberFormatter text, BilingualText label, MilestoneDate? now)
    {
        var noPlan = text.Localize(ProjectText.NoPlan);
        return now is null ? $"{text.Localize(label)}. {noPlan}" : $"{text.Localize(label)}: {ProjectText.FormatDate(text, now.Date)}. {noPlan}{Quote(text, now)}";
    }

    /// <summary>Explains a milestone that was planned and of which nothing more is known.</summary>
    public static string ExplainPlannedOnly(NumberFormatter text, BilingualText label, MilestoneDate planned) => text.Localize(
        $"{label.Nl} gepland {ProjectText.FormatDate(text, planned.Date)}. Wanneer het nu wordt verwacht, is niet aangeleverd.",
        $"{label.En} planned {ProjectText.FormatDate(text, planned.Date)}. When it is expected now was not delivered.");

    /// <summary>Explains the duration of the project.</summary>
    public static string ExplainDuration(NumberFormatter text, DayRange days, DayRange? planned)
    {
        var plan = planned is { } known
            ? text.Localize($" Gepland: {ProjectText.FormatDays(text, known)}.", $" Planned: {ProjectText.FormatDays(text, known)}.")
            : "";
        var duration = ProjectText.FormatDays(text, days);
        return text.Localize($"Van begin tot einde: {duration}.{plan}", $"From start to end: {duration}.{plan}");
    }

    /// <summary>Explains how many times as long as planned it takes.</summary>
    public static string ExplainFactor(NumberFormatter text, decimal low, decimal high, DayRange planned)
    {
        var times = low == high
            ? text.FormatFixed(low, 2)
            : text.Localize($"{text.FormatFixed(low, 2)} tot {text.FormatFixed(high, 2)}", $"{text.FormatFixed(low, 2)} to {text.FormatFixed(high, 2)}");
        return text.Localize(
            $"Het duurt {times} keer zo lang als de eerste planning van {ProjectText.FormatDays(text, planned)}.",
            $"It takes {times} times as long as the first plan of {ProjectText.FormatDays(text, planned)}.");
    }

    /// <summary>Explains the time between two milestones.</summary>
    public static string ExplainSpan(NumberFormatter text, BilingualText label, DayRange days) =>
        $"{text.Localize(label)}: {ProjectText.FormatDays(text, days)}.";

    /// <summary>Explains the agreed dates that passed.</summary>
    public static string ExplainMissed(NumberFormatter text, int missed, DateOnly asOf) => missed switch
    {
        0 => text.Localize($"Op {text.FormatDay(asOf)} was geen afgesproken datum voorbij.", $"On {text.FormatDay(asOf)} no agreed date had passed."),
        1 => text.Localize("Eén afgesproken datum ging voorbij zonder dat het klaar was.", "One agreed date passed without it being done."),
        _ => text.Localize(
            $"{ProjectText.FormatCount(text, missed).Capitalize()} afgesproken data gingen voorbij zonder dat het klaar was.",
            $"{ProjectText.FormatCount(text, missed).Capitalize()} agreed dates passed without it being done."),
    };

    /// <summary>Explains the changes of the plan.</summary>
    public static string ExplainReplans(NumberFormatter text, int replans) => replans switch
    {
        0 => text.Localize("De planning is niet gewijzigd.", "The plan was not changed."),
        1 => text.Localize("De planning is één keer gewijzigd. De eerste blijft de maatstaf.", "The plan was changed once. The first one stays the yardstick."),
        _ => text.Localize(
            $"De planning is {ProjectText.FormatCount(text, replans)} keer gewijzigd. De eerste blijft de maatstaf.",
            $"The plan was changed {ProjectText.FormatCount(text, replans)} times. The first one stays the yardstick."),
    };

    /// <summary>Explains the cost.</summary>
    public static string ExplainCost(NumberFormatter text, FundingSum cost)
    {
        var unknown = ProjectText.FormatCount(text, cost.UnknownRows.Count);
        var rest = cost.UnknownRows.Count switch
        {
            0 => "",
            1 => text.Localize("; één post is niet bekend", "; one row is not known"),
            _ => text.Localize($"; {unknown} posten zijn niet bekend", $"; {unknown} rows are not known"),
        };
        var amount = ProjectText.FormatAmount(text, cost.Known, cost.IsLowerBound);
        return text.Localize($"De kosten zijn {amount}{rest}.", $"The cost is {amount}{rest}.");
    }

    /// <summary>Explains the cost without loans.</summary>
    public static string ExplainWithoutLoans(NumberFormatter text, FundingSum cost)
    {
        var amount = ProjectText.FormatAmount(text, cost.Known, cost.IsLowerBound);
        return text.Localize(
            $"Zonder leningen zijn de kosten {amount}. Een lening is een bijdrage en geen kosten: zij wordt terugbetaald.",
            $"Without loans the cost is {amount}. A loan is a contribution and no cost: it is repaid.");
    }

    /// <summary>Explains an amount per unit.</summary>
    public static string ExplainPerUnit(NumberFormatter text, FundingSum sum, decimal units, decimal perUnit, ProjectUnit unit)
    {
        var (total, each) = (ProjectText.FormatAmount(text, sum.Known, sum.IsLowerBound), ProjectText.FormatAmount(text, perUnit, sum.IsLowerBound));
        var (one, many) = (ProjectText.GetUnit(text, unit), ProjectText.GetUnits(text, unit));
        return text.Localize(
            $"{total.Capitalize()} voor {text.Format(units)} {(units == 1 ? one : many)}: {each} per {one}.",
            $"{total.Capitalize()} for {text.Format(units)} {(units == 1 ? one : many)}: {each} per {one}.");
    }

    /// <summary>Explains the share of a party.</summary>
    public static string ExplainParty(NumberFormatter text, BilingualText party, FundingSum sum, decimal? share, decimal? shareWithoutLoans)
    {
        var amount = ProjectText.FormatAmount(text, sum.Known, sum.IsLowerBound);
        var with = share is { } known
            ? text.Localize($": {ProjectText.FormatPercent(text, known)} van wat bekend is", $": {ProjectText.FormatPercent(text, known)} of what is known")
            : "";
        var without = shareWithoutLoans is { } own
            ? text.Localize($", en {ProjectText.FormatPercent(text, own)} zonder leningen", $", and {ProjectText.FormatPercent(text, own)} without loans")
            : "";
        return text.Localize($"{party.Nl.Capitalize()} {amount}{with}{without}.", $"{party.En.Capitalize()} {amount}{with}{without}.");
    }

    /// <summary>Explains the comparison with a base.</summary>
    public static string ExplainOverrun(NumberFormatter text, decimal compared, decimal budget, decimal overrun, bool isLowerBound, string per)
    {
        var (cost, planned) = (ProjectText.FormatAmount(text, compared, isLowerBound), text.FormatEuro(budget));
        var bound = isLowerBound ? text.Localize("ten minste ", "at least ") : "";
        var verdict = overrun switch
        {
            > 0 => text.Localize($"{bound}{ProjectText.FormatPercent(text, overrun)} meer", $"{bound}{ProjectText.FormatPercent(text, overrun)} more"),
            0 => text.Localize($"{bound}evenveel", $"{bound}as much"),
            _ when isLowerBound => text.Localize(
                $"tot nu toe {ProjectText.FormatPercent(text, -overrun)} minder, maar niet alles is bekend",
                $"{ProjectText.FormatPercent(text, -overrun)} less so far, and not all is known"),
            _ => text.Localize($"{ProjectText.FormatPercent(text, -overrun)} minder", $"{ProjectText.FormatPercent(text, -overrun)} less"),
        };
        return text.Localize(
            $"{cost.Capitalize()}{per}, waar {planned}{per} was begroot: {verdict}.",
            $"{cost.Capitalize()}{per}, where {planned}{per} was budgeted: {verdict}.");
    }

    /// <summary>Explains a sum of the works.</summary>
    public static string ExplainWorks(NumberFormatter text, bool isDelivered, bool isPaid, decimal value, bool isLowerBound)
    {
        var amount = ProjectText.FormatAmount(text, value, isLowerBound);
        return (isDelivered, isPaid) switch
        {
            (true, true) => text.Localize($"Opgeleverd en betaald: {amount}.", $"Delivered and paid: {amount}."),
            (true, false) => text.Localize(
                $"Opgeleverd en niet betaald: {amount}. Dat draagt de aannemer.", $"Delivered and not paid: {amount}. The contractor carries that."),
            (false, true) => text.Localize(
                $"Betaald en niet opgeleverd: {amount}. Dat dragen de eigenaars.", $"Paid and not delivered: {amount}. The owners carry that."),
            _ => text.Localize($"Niet opgeleverd en niet betaald: {amount}.", $"Not delivered and not paid: {amount}."),
        };
    }

    /// <summary>Explains what is needed to complete.</summary>
    public static string ExplainCoverage(NumberFormatter text, DateOnly day, decimal needed, decimal escrow, decimal committed, decimal gap)
    {
        var verdict = gap > 0
            ? text.Localize($"{text.FormatEuro(gap)} te weinig", $"{text.FormatEuro(gap)} short")
            : text.Localize($"dat is genoeg, met {text.FormatEuro(-gap)} over", $"that is enough, with {text.FormatEuro(-gap)} to spare");
        return text.Localize(
            $"Op {text.FormatDay(day)} was {text.FormatEuro(needed)} nodig om af te bouwen. In depot stond {text.FormatEuro(escrow)} en toegezegd was nog {text.FormatEuro(committed)}: {verdict}.",
            $"On {text.FormatDay(day)} {text.FormatEuro(needed)} was needed to complete. {text.FormatEuro(escrow)} was in escrow and {text.FormatEuro(committed)} was still committed: {verdict}.");
    }

    /// <summary>Explains the share of the works that was accepted.</summary>
    public static string ExplainVerified(NumberFormatter text, decimal accepted, decimal total, decimal share) => text.Localize(
        $"Van {text.FormatEuro(total)} aan werk is {text.FormatEuro(accepted)} goedgekeurd: {ProjectText.FormatPercent(text, share)}.",
        $"Of works of {text.FormatEuro(total)} {text.FormatEuro(accepted)} was accepted: {ProjectText.FormatPercent(text, share)}.");

    /// <summary>Explains the progress that was reported.</summary>
    public static string ExplainReported(NumberFormatter text, decimal reported, DateOnly day) => text.Localize(
        $"Op {text.FormatDay(day)} is gemeld dat {text.Format(reported, 1)}% klaar was.",
        $"On {text.FormatDay(day)} {text.Format(reported, 1)}% was reported as done.");

    /// <summary>Explains the difference of reported and accepted progress.</summary>
    public static string ExplainDifference(NumberFormatter text, decimal reported, decimal verified, decimal difference)
    {
        var points = text.FormatDifference(Math.Abs(difference), "%", 1);
        var (from, to) = (text.Format(reported, 1) + "%", ProjectText.FormatPercent(text, verified));
        return difference < 0
            ? text.Localize(
                $"Gemeld is {from} en goedgekeurd {to}: {points} meer dan gemeld.", $"{from} was reported and {to} accepted: {points} more than reported.")
            : text.Localize($"Gemeld is {from} en goedgekeurd {to}: {points} verschil.", $"{from} was reported and {to} accepted: a difference of {points}.");
    }

    /// <summary>Explains the cost of delay.</summary>
    public static string ExplainDelay(NumberFormatter text, IReadOnlyList<DelayRow> rows, decimal cost, decimal perMonth, ProjectUnit unit)
    {
        var running = perMonth > 0
            ? text.Localize($" Elke maand erbij kost {text.FormatEuro(perMonth)}.", $" Each further month costs {text.FormatEuro(perMonth)}.")
            : "";
        if (rows is not [var row])
        {
            return text.Localize($"Wachten kostte samen {text.FormatEuro(cost)}.{running}", $"Waiting cost {text.FormatEuro(cost)} in all.{running}");
        }

        var units = $"{text.Format(row.Units)} {(row.Units == 1 ? ProjectText.GetUnit(text, unit) : ProjectText.GetUnits(text, unit))}";
        return text.Localize(
            $"{units}, {text.Format(row.Months, 1)} maanden, {text.FormatEuro(row.UnitMonthCost)} per maand: {text.FormatEuro(cost)}.{running}",
            $"{units}, {text.Format(row.Months, 1)} months, {text.FormatEuro(row.UnitMonthCost)} a month: {text.FormatEuro(cost)}.{running}");
    }

    /// <summary>Explains the conditions that were met.</summary>
    public static string ExplainConditions(NumberFormatter text, int met, int total) => text.Localize(
        $"Nagekomen: {text.Format(met)} van {text.Format(total)} {(total == 1 ? "voorwaarde" : "voorwaarden")}.",
        $"Met: {text.Format(met)} of {text.Format(total)} {(total == 1 ? "condition" : "conditions")}.");

    /// <summary>Explains the conditions that are late.</summary>
    public static string ExplainLateConditions(NumberFormatter text, IReadOnlyList<ConditionRow> late) => late.Count == 0
        ? text.Localize("Geen voorwaarde is te laat.", "No condition is late.")
        : text.Localize($"Te laat: {string.Join(", ", late.Select(row => row.Name))}.", $"Late: {string.Join(", ", late.Select(row => row.Name))}.");

    /// <summary>Explains the signals that wait for an answer.</summary>
    public static string ExplainSignals(NumberFormatter text, int open) => open == 0
        ? text.Localize("Alle signalen van bewoners zijn beantwoord.", "All signals of residents were answered.")
        : text.Localize($"{text.Format(open)} signalen van bewoners wachten op antwoord.", $"{text.Format(open)} signals of residents wait for an answer.");

    /// <summary>Explains the signals that have waited too long.</summary>
    public static string ExplainLateSignals(NumberFormatter text, int late, int days) => late == 0
        ? text.Localize($"Geen signaal wacht langer dan {text.Format(days)} dagen.", $"No signal has waited longer than {text.Format(days)} days.")
        : text.Localize($"{text.Format(late)} signalen wachten langer dan de afgesproken {text.Format(days)} dagen.", $"{text.Format(late)} signals have waited longer than the agreed {text.Format(days)} days.");

    // As in: 1,370 to 1,431 days later; 10 days earlier to 5 days later.
    private static string DescribeSlip(NumberFormatter text, DayRange days)
    {
        string FormatLater(DayRange range) => text.Localize($"{ProjectText.FormatDays(text, range)} later", $"{ProjectText.FormatDays(text, range)} later");
        string FormatEarlier(DayRange range)
        {
            var before = ProjectText.FormatDays(text, new DayRange(-range.High, -range.Low));
            return text.Localize($"{before} eerder", $"{before} earlier");
        }

        return days switch
        {
            { Low: 0, High: 0 } => text.Localize("op tijd", "on time"),
            { Low: >= 0 } => FormatLater(days),
            { High: <= 0 } => FormatEarlier(days),
            _ => text.Localize(
                $"{FormatEarlier(new DayRange(days.Low, days.Low))} tot {FormatLater(new DayRange(days.High, days.High))}",
                $"{FormatEarlier(new DayRange(days.Low, days.Low))} to {FormatLater(new DayRange(days.High, days.High))}"),
        };
    }

    private static string Quote(NumberFormatter text, MilestoneDate date) =>
        date.Record.GetText("text") is { } words ? text.Localize($" In de bron: \"{words}\".", $" In the source: \"{words}\".") : "";
}
