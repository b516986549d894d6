using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Scenarios;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Values;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Sheet;

/// <summary>Kind of calculation sheets: does the sum work, under which assumptions, and what turns it.</summary>
/// <remarks>
/// Small sums of an exploitation or household. Sources: municipality of Dordrecht and NVM, on foundations; Platform31, "Aan de slag in kwetsbare wijken"
/// (2017); TNO, on the last metre of heat networks.
/// </remarks>
public sealed class SheetKind : SubjectKind<SheetRules>, IWhatIfKind
{
    private readonly SheetLabels labels;

    /// <summary>Creates the kind by rules.</summary>
    public SheetKind(SheetRules rules)
        : this(new SheetLabels(rules))
    {
    }

    private SheetKind(SheetLabels labels)
        : base(labels.Rules, Details with { Figures = labels.Figures, Steps = labels.Steps }) => this.labels = labels;

    /// <summary>Name and description of the kind.</summary>
    public static ScorecardKindInfo Details { get; } = new(
        SheetRules.Kind,
        new("Rekenblad", "Calculation sheet"),
        new("Of een som uitkomt, met welke aannames, en wanneer de uitkomst verandert.",
            "Whether a sum works out, with which assumptions, and when the outcome changes."),
        Order: 12,
        ScorecardLayout.Lines)
    {
        Roles = KindLabels.CreateRoles(
        [
            ("input", "geleverde invoer", "delivered input"),
            ("assumed", "aangenomen", "assumed"),
            ("agreed", "afgesproken", "agreed"),
            ("from-text", "uit de tekst van de bron", "from the text of the source"),
            ("given", "opgegeven", "given"),
            ("table", "waarde uit een tabel", "value of a table"),
            ("records", "aantal regels", "number of records"),
            ("all-records", "uit alle regels samen", "of all records together"),
            ("year", "uitkomst van een eerder jaar", "outcome of an earlier year"),
            ("subject", "het onderwerp", "the subject"),
        ]),
    };

    /// <summary>Entry of the kind in the list of kinds.</summary>
    internal static KindRegistration Registration => KindRegistration.Create<SheetRules>(Details, new SheetRulesJson(), rules => new SheetKind(rules));

    /// <inheritdoc/>
    public bool IsWhatIf => !Rules.IsStored;

    /// <inheritdoc/>
    public WhatIfForm Describe() => SheetWhatIf.Describe(Rules);

    /// <inheritdoc/>
    public WhatIfProblem? Validate(WhatIfInputs given) => SheetWhatIf.Validate(Rules, given);

    /// <inheritdoc/>
    public WhatIfOutcome Compute(WhatIfInputs given) => SheetWhatIf.Compute(labels, given);

    private protected override IEnumerable<Period> GetPeriods(SubjectContext subject) => Rules.IsStored
        ? GetRecords(subject).Years.Select(year => new Period(year))
        : [new Period(subject.Subject.ValidFrom.Year)];

    private protected override void Fill(ScorecardBuilder card, SubjectContext subject, Period period)
    {
        if (!Rules.IsStored)
        {
            AddNotStored(card, subject);
            return;
        }

        var records = GetRecords(subject);
        var disclosure = subject.GetOrCreate(() => new SheetDisclosure(Rules, records, subject.Municipality.Disclosure));
        var sheet = new SheetCard(labels, records.GetReadings(period.Year), disclosure.IsHidden, card.AddLine);
        SheetLines.Add(sheet);
        foreach (var finding in RecordFindings.Create(records, Rules, subject.Subject.Title, period.Year).Concat(SheetFindings.Create(sheet, card.Lines)))
        {
            card.AddFinding(finding);
        }
    }

    private static void AddNotStored(ScorecardBuilder card, SubjectContext subject)
    {
        BilingualText why = new(
            "Dit rekenblad gaat over een huishouden. Het wordt alleen uitgerekend als iemand erom vraagt, en er wordt niets van bewaard.",
            "This sheet is about a household. It is only computed when somebody asks for it, and nothing of it is stored.");
        card.AddLine("what-if-only", SheetText.Results, new("Alleen als rekenvoorbeeld", "As an example calculation only"), "")
            .AddInput(ScorecardInput.FromRecord("subject", subject.Subject.Record))
            .Require(LineState.Unresolved, why);
        card.AddFinding("what-if-only", FindingSeverity.Warning, ["what-if-only"], why.Nl, why.En);
    }

    private SheetRecords GetRecords(SubjectContext subject) => subject.GetOrCreate(() => new SheetRecords(labels, subject));
}
