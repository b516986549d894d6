using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.SocialMortgage.Contracts;

/// <summary>
/// The contract of a social mortgage (sociale hypotheek): Platform31, "Aan de slag in kwetsbare wijken" (2017), section 3.4. What that text
/// leaves open is a field that must be filled in; nothing has a default that nobody chose. What may be left out is said to be optional.
/// </summary>
public sealed partial record SocialMortgageContract
{
    /// <summary>The contract's id: lower-case letters, digits and hyphens.</summary>
    [ContractQuestion("Onder welke naam staan aanleveringen op dit contract?", "By which name do deliveries refer to this contract?")]
    public required string Id { get; init; }

    /// <summary>The version of the contract; every statement says by which version it was computed.</summary>
    [ContractQuestion("Welke versie van het contract is dit?", "Which version of the contract is this?")]
    public required string Version { get; init; }

    /// <summary>The day from which this version counts. It is the first day of a year of the term, because a year is computed by one version.</summary>
    [ContractQuestion("Vanaf welke dag geldt deze versie? Altijd 1 januari.", "From which day does this version count? Always 1 January.")]
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Title of the contract.</summary>
    [ContractQuestion("Hoe heet het contract?", "What is the contract called?")]
    public required BilingualText Title { get; init; }

    /// <summary>The neighbourhood whose figures repay.</summary>
    [ContractQuestion("Voor welk gebied geldt het contract?", "For which area is the contract?")]
    public required AreaCode Area { get; init; }

    /// <summary>The municipality that the area is in and is compared with.</summary>
    [ContractQuestion("Met welke gemeente wordt het gebied vergeleken?", "With which municipality is the area compared?")]
    public required AreaCode City { get; init; }

    /// <summary>Parties to the contract, by role.</summary>
    [ContractQuestion("Wie zijn de partijen?", "Who are the parties?")]
    public required IReadOnlyList<ContractParty> Parties { get; init; }

    /// <summary>The inhabitants of the area.</summary>
    [ContractQuestion("Hoeveel inwoners heeft het gebied, en in welk jaar?", "How many residents does the area have, and in which year?")]
    public required ContractPopulation Population { get; init; }

    /// <summary>The principal (hoofdsom), in euros.</summary>
    [ContractQuestion("Hoeveel is er geleend?", "How much was lent?")]
    public required decimal Principal { get; init; }

    /// <summary>Purpose of the principal.</summary>
    [ContractQuestion("Is er geleend voor de bouw, de exploitatie of beide?", "Was it lent for building, operation or both?")]
    public required PrincipalCover Covers { get; init; }

    /// <summary>The parts in which the principal is drawn. Null where all of it is drawn at the start.</summary>
    [ContractQuestion("Op welke dagen is welk deel van de hoofdsom opgenomen?", "On which days was which part of the principal drawn?")]
    public IReadOnlyList<DrawDown>? DrawDowns { get; init; }

    /// <summary>Whether the gross or the net proceeds of the house repay.</summary>
    [ContractQuestion(
        "Lost de hele opbrengst van het huis af ('gross'), of wat er na de kosten overblijft ('net')?",
        "Do all proceeds of the house repay ('gross'), or what is left after costs ('net')?")]
    public required OperationBasis OperationBasis { get; init; }

    /// <summary>The interest per year, in percent of the balance at the start of the year. An explicit 0 where there is none.</summary>
    /// <remarks>A part that is drawn within a year bears interest over the days from that day to the end of the year.</remarks>
    [ContractQuestion("Hoeveel procent rente per jaar? Vul 0 in als er geen rente is.", "What percentage of interest a year? Enter 0 if there is none.")]
    public required decimal InterestPercent { get; init; }

    /// <summary>The year of the first statement.</summary>
    [ContractQuestion("Over welk jaar gaat de eerste jaaropgave?", "Which year is the first statement about?")]
    public required int FirstYear { get; init; }

    /// <summary>The term in years, the first year included.</summary>
    [ContractQuestion("Hoeveel jaar is de looptijd?", "How many years is the term?")]
    public required int TermYears { get; init; }

    /// <summary>The year of the baseline (nulmeting).</summary>
    [ContractQuestion("Van welk jaar is de nulmeting?", "Of which year is the baseline?")]
    public required int BaselineYear { get; init; }

    /// <summary>The indicators, in the order in which they are shown.</summary>
    [ContractQuestion("Welke indicatoren tellen mee, en hoe?", "Which indicators count, and how?")]
    public required IReadOnlyList<ContractIndicator> Indicators { get; init; }

    /// <summary>Tariffs of the kinds of activities.</summary>
    [ContractQuestion("Wat is elke soort activiteit waard?", "What is each kind of activity worth?")]
    public required IReadOnlyList<ActivityTariff> Tariffs { get; init; }

    /// <summary>
    /// Limits below which the repayment counts as off track. A statement flags it; what follows from that is for the parties.
    /// </summary>
    [ContractQuestion("Bij welke grens praten de partijen over de aflossing?",
        "At which limit do the parties talk about the repayment?")]
    public required OffTrackLimits OffTrack { get; init; }

    /// <summary>Remarks about which parts of this contract are published.</summary>
    [ContractQuestion("Wat in dit contract is afgesproken of gepubliceerd, en wat is aangenomen?",
        "What in this contract was agreed or published, and what is assumed?")]
    public required IReadOnlyList<BilingualText> Notes { get; init; }

    /// <summary>Agreed repayment for each year; null without one, and then a straight line is the yardstick.</summary>
    [ContractQuestion("Hoeveel zou er per jaar worden afgelost?", "How much would be repaid in each year?")]
    public IReadOnlyList<ScheduledYear>? Schedule { get; init; }

    /// <summary>Highest credit of each channel; null for no limits.</summary>
    [ContractQuestion("Hoeveel kan er per kanaal hooguit worden afgelost?", "How much can be repaid through each channel at most?")]
    public ChannelCaps? Caps { get; init; }

    /// <summary>The parts of the house that are unlocked as the principal is repaid; null where there are none.</summary>
    [ContractQuestion("Welke delen komen vrij bij welk deel van de hoofdsom?", "Which parts are unlocked at which share of the principal?")]
    public IReadOnlyList<ContractModule>? Modules { get; init; }

    /// <summary>The version that starts on the same day and that this one replaces; null where there is none.</summary>
    [ContractQuestion("Welke versie vervangt deze?", "Which version does this one replace?")]
    public string? Replaces { get; init; }

    /// <summary>The last year of the term.</summary>
    [JsonIgnore]
    public int LastYear => FirstYear + TermYears - 1;

    /// <summary>Gets the amount that is drawn within a year, in euros.</summary>
    internal decimal GetDrawn(int year) => GetDrawDowns(year).Sum(part => part.Amount);

    /// <summary>Gets the parts that are drawn within a year, by day. None where the principal is drawn at the start.</summary>
    internal IEnumerable<DrawDown> GetDrawDowns(int year) => (DrawDowns ?? []).Where(part => part.Date.Year == year).OrderBy(part => part.Date);

    /// <summary>Whether a year lies within the term.</summary>
    public bool IsInTerm(int year) => year >= FirstYear && year <= LastYear;

    /// <summary>Gets the key of one of its fields, for what was computed from it.</summary>
    internal string GetFieldKey(string field) => $"contract:{Id}@{Version}#{field}";

    /// <summary>The baseline year as a period.</summary>
    internal Period BaselinePeriod => new(BaselineYear);
}

/// <summary>A party to the contract.</summary>
public sealed record ContractParty
{
    /// <summary>Its role, such as lender or the party that repays.</summary>
    [ContractQuestion("Welke rol heeft deze partij?", "Which role does this party have?")]
    public required BilingualText Role { get; init; }

    /// <summary>The organisation.</summary>
    [ContractQuestion("Welke organisatie is het?", "Which organisation is it?")]
    public required string Organisation { get; init; }
}

/// <summary>The inhabitants of the area.</summary>
public sealed record ContractPopulation
{
    /// <summary>Number of inhabitants.</summary>
    [ContractQuestion("Hoeveel inwoners heeft het gebied?", "How many residents does the area have?")]
    public required int Count { get; init; }

    /// <summary>Year of the count.</summary>
    [ContractQuestion("In welk jaar?", "In which year?")]
    public required int Year { get; init; }
}

/// <summary>Limits below which the repayment counts as off track, as a percentage of the reference so far.</summary>
public sealed record OffTrackLimits
{
    /// <summary>Whether one year below a limit is enough.</summary>
    [ContractQuestion(
        "Is een jaar onder de grens genoeg, pas twee jaren achter elkaar, of is er geen grens afgesproken?",
        "Is one year below the limit enough, only two in a row, or was no limit agreed?")]
    public required OffTrackMoment When { get; init; }

    /// <summary>The limit below which the parties talk, in percent of the reference; null only where no limit was agreed.</summary>
    [ContractQuestion("Onder hoeveel procent van de maatstaf praten de partijen?", "Below what percentage of the reference do the parties talk?")]
    public decimal? TalkBelowPercent { get; init; }

    /// <summary>The limit below which the municipality may reconsider the contract, in percent of the reference; null where there is none.</summary>
    [ContractQuestion(
        "Onder hoeveel procent kan de gemeente het contract heroverwegen?", "Below what percentage can the municipality reconsider the contract?")]
    public decimal? ReconsiderBelowPercent { get; init; }
}

/// <summary>A part of the house that is unlocked when a share of the principal was repaid.</summary>
public sealed record ContractModule
{
    /// <summary>Its code.</summary>
    [ContractQuestion("Welke code heeft dit deel?", "Which code does this part have?")]
    public required string Code { get; init; }

    /// <summary>Name of the module.</summary>
    [ContractQuestion("Hoe heet dit deel?", "What is this part called?")]
    public required BilingualText Label { get; init; }

    /// <summary>The share of the principal that unlocks it, in percent.</summary>
    [ContractQuestion("Bij hoeveel procent van de hoofdsom komt dit deel vrij?", "At what percentage of the principal is this part unlocked?")]
    public required decimal SharePercent { get; init; }
}
