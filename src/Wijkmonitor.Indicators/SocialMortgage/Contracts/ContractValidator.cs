using System.Globalization;
using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.SocialMortgage.Contracts;

/// <summary>Validator of the fields of a contract together, beyond their shape. Reports everything that is wrong.</summary>
internal sealed partial class ContractValidator
{
    // Together the limits keep every sum of a term within a decimal: 50 years of 300 lines of the largest amount, at 25 percent, come to 1e18.
    private const int MaxTermYears = 50;
    private const int MaxInterestPercent = 25;
    private const int MaxItems = 100;
    private const int MaxCodeLength = 63;
    private const int MaxPopulation = 100_000_000;
    private const decimal MinStep = 0.0001m;
    private const decimal MaxNumber = 1_000_000_000_000;
    private const int FirstYear = 1900;
    private const int LastYear = 2199;
    private static readonly BilingualText NotBelowZero = new("Vul 0 of meer in.", "Enter 0 or more.");
    private static readonly BilingualText AboveZero = new("Vul een getal boven 0 in.", "Enter a number above 0.");
    private static readonly BilingualText WholeCents = new(
        "Vul een bedrag van 0 tot en met 1 miljard in, met hooguit twee decimalen.", "Enter an amount from 0 to 1 billion with at most two decimals.");
    private static readonly BilingualText WithinMaxNumber = new("Vul een getal van hooguit 1 biljoen in.", "Enter a number of at most 1 trillion.");
    private static readonly BilingualText NotTooSmall =
        new("Vul een getal van 0,0001 tot en met 1 biljoen in.", "Enter a number from 0.0001 to 1 trillion.");
    private static readonly BilingualText OncePerCode = new("Gebruik elke code één keer.", "Use each code once.");

    private readonly List<ContractProblem> problems = [];

    private ContractValidator()
    {
    }

    /// <summary>Validates a contract by itself.</summary>
    public static IReadOnlyList<ContractProblem> Validate(SocialMortgageContract contract)
    {
        var rules = new ContractValidator();
        rules.CheckHead(contract);
        rules.CheckLoan(contract);
        rules.CheckDrawDowns(contract);
        rules.CheckIndicators(contract);
        rules.CheckTariffs(contract);
        rules.CheckSchedule(contract);
        rules.CheckOffTrack(contract.OffTrack);
        rules.CheckCaps(contract.Caps);
        rules.CheckModules(contract);
        return rules.problems;
    }

    /// <summary>Validates a contract against the catalogue.</summary>
    public static IReadOnlyList<ContractProblem> Validate(SocialMortgageContract contract, IndicatorCatalogue catalogue)
    {
        var rules = new ContractValidator();
        foreach (var indicator in contract.Indicators)
        {
            rules.CheckInCatalogue(indicator, catalogue.Find(indicator.Code));
        }

        return rules.problems;
    }

    private void CheckHead(SocialMortgageContract contract)
    {
        Require(IdPattern().IsMatch(contract.Id), "id", contract.Id,
            new("Dit is geen naam voor een contract.", "This is not an id of a contract."),
            new("Gebruik kleine letters, cijfers en streepjes, zoals dolphia.", "Use lower-case letters, digits and hyphens, such as dolphia."));
        Require(VersionPattern().IsMatch(contract.Version), "version", contract.Version,
            new("Dit is geen naam voor een versie.", "This is not a name of a version."),
            new("Gebruik letters, cijfers, punten en streepjes, zoals 1 of 2019-a.", "Use letters, digits, points and hyphens, such as 1 or 2019-a."));
        Require(contract.ValidFrom is { Month: 1, Day: 1 } start
            && contract.IsInTerm(start.Year), "validFrom", contract.ValidFrom.ToString("O", CultureInfo.InvariantCulture),
            new("Dit is geen 1 januari van een jaar van de looptijd. Een jaar wordt berekend volgens een versie, dus begint een versie bij een jaar.",
                "This is not 1 January of a year of the term. A year is computed by one version, so a version starts with a year."),
            new($"Vul 1 januari van een jaar in, zoals {Format(contract.FirstYear)}-01-01.",
                $"Enter 1 January of a year, such as {Format(contract.FirstYear)}-01-01."));
        Require(contract.Area.Level != AreaLevel.Municipality, "area", contract.Area.Value,
            new("Een gemeente kan niet het gebied van het contract zijn.", "A municipality cannot be the contract's area."),
            new("Vul de code van een wijk, buurt of eigen gebied in.", "Enter the code of a district, neighbourhood or custom area."));
        Require(contract.City == contract.Area.Municipality, "city", contract.City.Value,
            new("Dit is niet de gemeente waarin het gebied ligt.", "This is not the municipality that the area is in."),
            new($"Vul {contract.Area.Municipality} in.", $"Enter {contract.Area.Municipality}."));
        Require(contract.Parties.Count > 0, "parties", value: null,
            new("Er staat geen partij in het contract.", "The contract names no party."),
            new("Noem ten minste wie leent en wie aflost.", "Name at least who lends and who repays."));
        Require(contract.Population.Count is > 0 and <= MaxPopulation, "population/count", Format(contract.Population.Count),
            new("Dit is geen aantal inwoners.", "This is not a number of residents."), AboveZero);
    }

    private void CheckLoan(SocialMortgageContract contract)
    {
        Require(contract.Principal > 0 && IsMoney(contract.Principal), "principal", Format(contract.Principal),
            new("De hoofdsom is geen bedrag boven nul in hele centen, of meer dan 1 miljard euro.",
                "The principal is not an amount above zero in whole cents, or is more than 1 billion euros."), AboveZero);
        Require(contract.InterestPercent is >= 0 and <= MaxInterestPercent, "interestPercent", Format(contract.InterestPercent),
            new("De rente ligt niet tussen 0 en 25 procent.", "The interest is not between 0 and 25 percent."),
            new("Vul een percentage van 0 tot en met 25 in.", "Enter a percentage from 0 to 25."));
        Require(contract.TermYears is > 0 and <= MaxTermYears, "termYears", Format(contract.TermYears),
            new("De looptijd is geen aantal jaren van 1 tot en met 50.", "The term is not a number of years from 1 to 50."),
            new("Vul het aantal jaren in.", "Enter the number of years."));
        Require(contract.FirstYear is >= FirstYear and <= LastYear - MaxTermYears, "firstYear", Format(contract.FirstYear),
            new("Dit is geen jaar.", "This is not a year."), new("Vul een jaar in, zoals 2017.", "Enter a year, such as 2017."));
        Require(contract.BaselineYear is >= FirstYear && contract.BaselineYear <= contract.FirstYear, "baselineYear", Format(contract.BaselineYear),
            new("De nulmeting ligt na het eerste jaar.", "The baseline is after the first year."),
            new("Vul het eerste jaar in of een jaar daarvoor.", "Enter the first year or a year before it."));
    }

    private void CheckDrawDowns(SocialMortgageContract contract)
    {
        if (contract.DrawDowns is not { } parts)
        {
            return;
        }

        RequireUnique("drawDowns", parts.Select(part => part.Date.ToString("O", CultureInfo.InvariantCulture)));
        RequireFew("drawDowns", parts.Count);
        foreach (var part in parts)
        {
            var field = $"drawDowns/{part.Date.ToString("O", CultureInfo.InvariantCulture)}";
            RequireMoney(part.Amount, $"{field}/amount");
            Require(contract.IsInTerm(part.Date.Year), $"{field}/date", part.Date.ToString("O", CultureInfo.InvariantCulture),
                new("Deze dag valt buiten de looptijd.", "This day is outside the term."),
                new("Vul een dag in de looptijd in; wat eerder is opgenomen, op de eerste dag.",
                    "Enter a day of the term; what was drawn before it, on its first day."));
        }

        var drawn = parts.Sum(part => part.Amount);
        Require(drawn == contract.Principal, "drawDowns", Format(drawn),
            new("De opgenomen delen zijn samen niet de hoofdsom.", "The parts that were drawn do not add up to the principal."),
            new($"Samen moeten zij {Format(contract.Principal)} zijn.", $"Together they must be {Format(contract.Principal)}."));
    }

    private void CheckIndicators(SocialMortgageContract contract)
    {
        RequireUnique("indicators", contract.Indicators.Select(i => i.Code));
        RequireFew("indicators", contract.Indicators.Count);
        foreach (var indicator in contract.Indicators)
        {
            var path = $"indicators/{indicator.Code}";
            CheckPriced(indicator as PricedIndicator, path);
            CheckStepped(indicator as SteppedIndicator, path);
            if (indicator is RelativeToCityIndicator relative)
            {
                Require(relative.SharePercent is >= 0 and <= 100, $"{path}/sharePercent", Format(relative.SharePercent),
                    new("Dit is geen percentage van 0 tot en met 100.", "This is not a percentage from 0 to 100."), NotBelowZero);
                Require(relative.CityBaseline >= MinStep, $"{path}/cityBaseline", Format(relative.CityBaseline),
                    new("Van nul is geen stijging of daling te berekenen.", "No rise or fall can be computed from zero."), NotTooSmall);
            }

            if (indicator is UnresolvedIndicator unresolved)
            {
                Require(unresolved.Readings.Count > 1, $"{path}/readings", Format(unresolved.Readings.Count),
                    new("Een regel die op één manier te lezen is, is niet onduidelijk.", "A rule that can be read in only one way is not ambiguous."),
                    new("Noem ten minste twee lezingen, of kies een andere regel.", "Name at least two readings, or choose another rule."));
            }
        }
    }

    private void CheckPriced(PricedIndicator? indicator, string path)
    {
        if (indicator is null)
        {
            return;
        }

        CheckCap(indicator.Cap, $"{path}/cap");
        foreach (var (field, number) in new[] { ("baseline", indicator.Baseline), ("cityBaseline", indicator.FrozenCityBaseline ?? 0) })
        {
            Require(Math.Abs(number) <= MaxNumber, $"{path}/{field}", Format(number),
                new("Dit getal is te groot voor een nulmeting.", "This number is too large for a baseline."), WithinMaxNumber);
        }
    }

    private void CheckStepped(SteppedIndicator? indicator, string path)
    {
        if (indicator is null)
        {
            return;
        }

        Require(indicator.Step is >= MinStep and <= MaxNumber, $"{path}/step", Format(indicator.Step),
            new("Een stap is groter dan nul, en niet te klein of te groot om mee te rekenen.",
                "A step is larger than zero, and not too small or too large to compute with."), NotTooSmall);
        RequireMoney(indicator.Amount, $"{path}/amount");
        Require(indicator.Denominator?.Count is null or > 0, $"{path}/denominator/count", Format(indicator.Denominator?.Count ?? 0),
            new("Dit aantal is niet groter dan nul.", "This count is not above zero."), AboveZero);
        Require(indicator.StepUnit == StepUnit.Points || Math.Abs(GetMeasuredChange(indicator)) >= MinStep, $"{path}/stepUnit", "relative",
            new("Een percentage van nul, of bijna nul, is niet te berekenen: dat is de nulmeting hier.",
                "A percentage of zero, or nearly zero, cannot be computed: that is the baseline here."),
            new("Kies 'points'.", "Choose 'points'."));
        Require(indicator.AgreedChange is not { } change || Math.Abs(change) <= MaxNumber, $"{path}/agreedChange", Format(indicator.AgreedChange ?? 0),
            new("Dit getal is te groot.", "This number is too large."), WithinMaxNumber);
    }

    private void CheckTariffs(SocialMortgageContract contract)
    {
        RequireUnique("tariffs", contract.Tariffs.Select(t => t.Code));
        RequireFew("tariffs", contract.Tariffs.Count);
        foreach (var tariff in contract.Tariffs)
        {
            Require(SnakeCase.IsMatch(tariff.Code, MaxCodeLength), $"tariffs/{tariff.Code}/code", tariff.Code,
                new("Dit is geen code.", "This is not a code."),
                new("Gebruik kleine letters, cijfers en lage streepjes; begin met een letter.",
                    "Use lower-case letters, digits and underscores; start with a letter."));
            RequireMoney(tariff.Amount, $"tariffs/{tariff.Code}/amount");
        }
    }

    private void CheckSchedule(SocialMortgageContract contract)
    {
        if (contract.Schedule is not { } schedule || contract.TermYears is <= 0 or > MaxTermYears)
        {
            return;
        }

        var term = Enumerable.Range(contract.FirstYear, contract.TermYears);
        Require(schedule.Select(s => s.Year).Order().SequenceEqual(term), "schedule", string.Join(", ", schedule.Select(s => Format(s.Year))),
            new("De afgesproken aflossing noemt niet elk jaar van de looptijd precies één keer.",
                "The schedule does not name each year of the term exactly once."),
            new($"Geef een regel voor elk jaar van {Format(contract.FirstYear)} tot en met {Format(contract.LastYear)}.",
                $"Give an entry for each year from {Format(contract.FirstYear)} to {Format(contract.LastYear)}."));
        foreach (var year in schedule)
        {
            decimal?[] channels = [year.Activities, year.Indicators, year.Operation];
            Require(year.Total is null
                ? channels.All(c => c >= 0)
                : year.Total >= 0
                && channels.All(c => c is null), $"schedule/{Format(year.Year)}", value: null,
                new("Er staat geen totaal, en ook geen bedrag van nul of meer voor elk kanaal.",
                    "There is neither one total nor an amount of zero or more for each channel."),
                new("Vul 'total' in, of 'activities', 'indicators' en 'operation'.", "Fill in 'total', or 'activities', 'indicators' and 'operation'."));
            foreach (var amount in channels.Append(year.Total).Where(amount => amount >= 0))
            {
                RequireMoney(amount, $"schedule/{Format(year.Year)}");
            }
        }
    }

    private void CheckOffTrack(OffTrackLimits limits)
    {
        var isAgreed = limits.When != OffTrackMoment.Never;
        var hasLimit = limits.TalkBelowPercent is not null || limits.ReconsiderBelowPercent is not null;
        Require(isAgreed || !hasLimit, "offTrack/when", "never",
            new("Er staat een grens bij, maar ook dat er geen is afgesproken.", "There is a limit, but it also says that none was agreed."),
            new("Kies 'one-year' of 'two-years', of haal de grenzen weg.", "Choose 'one-year' or 'two-years', or remove the limits."));
        Require(!isAgreed || limits.TalkBelowPercent is > 0 and <= 100, "offTrack/talkBelowPercent", limits.TalkBelowPercent is { } talk ? Format(talk) : null,
            new("Er staat niet onder hoeveel procent van de maatstaf de partijen praten.",
                "It does not say below what percentage of the reference the parties talk."),
            new("Vul meer dan 0 en hooguit 100 in, of kies 'never' bij 'when'.", "Enter more than 0 and at most 100, or choose 'never' at 'when'."));
        Require(limits.ReconsiderBelowPercent is not { } last || (last > 0 && !(last > limits.TalkBelowPercent)), "offTrack/reconsiderBelowPercent",
            limits.ReconsiderBelowPercent is { } value ? Format(value) : null,
            new("Deze grens ligt niet tussen 0 en de grens waaronder de partijen praten.",
                "This limit is not between 0 and the limit below which the parties talk."),
            new("Vul een lager percentage in dan bij 'talkBelowPercent', of haal het veld weg.",
                "Enter a lower percentage than at 'talkBelowPercent', or remove the field."));
    }

    private void CheckCaps(ChannelCaps? caps)
    {
        CheckCap(caps?.Activities, "caps/activities");
        CheckCap(caps?.Indicators, "caps/indicators");
        CheckCap(caps?.Operation, "caps/operation");
    }

    private void CheckCap(RepaymentCap? cap, string path)
    {
        RequireMoney(cap?.PerYear, $"{path}/perYear");
        RequireMoney(cap?.Term, $"{path}/term");
    }

    private void CheckModules(SocialMortgageContract contract)
    {
        var modules = contract.Modules ?? [];
        RequireUnique("modules", modules.Select(m => m.Code));
        RequireFew("modules", modules.Count);
        foreach (var module in modules)
        {
            Require(module.SharePercent is > 0 and <= 100, $"modules/{module.Code}/sharePercent", Format(module.SharePercent),
                new("Dit is geen percentage boven 0 tot en met 100.", "This is not a percentage above 0 and up to 100."), AboveZero);
        }
    }

    private void CheckInCatalogue(ContractIndicator indicator, Indicator? known)
    {
        var path = $"indicators/{indicator.Code}";
        Require(known is not null, $"{path}/code", indicator.Code,
            new("Deze indicator staat niet in de catalogus.", "This indicator is not in the catalogue."),
            new("Gebruik een code uit config/indicators.json.", "Use a code of config/indicators.json."));
        if (known is null || indicator is not PricedIndicator)
        {
            return;
        }

        Require(known.Polarity != Polarity.NoJudgement, $"{path}/{ContractIndicator.RuleMember}", value: null,
            new("Van deze indicator is niet bekend of hoger of lager beter is. Daarom is een verbetering niet te bepalen.",
                "It is not known whether higher or lower is better for this indicator. So an improvement cannot be recognised."),
            new("Kies een indicator met een richting, of regel 'to-be-determined'.", "Choose an indicator with a direction, or rule 'to-be-determined'."));
        Require(indicator is not RelativeToCityIndicator || known.IsMoney, $"{path}/{ContractIndicator.RuleMember}", "relative-to-city",
            new("Deze regel is voor kosten in euro's; de indicator is niet in euro's.", "This rule is for costs in euros; the indicator is not in euros."),
            new("Kies de regel 'gap' of 'own-value'.", "Choose the rule 'gap' or 'own-value'."));
        Require(indicator is not GapIndicator { Denominator: null } || !IsRatePer(known.Unit), $"{path}/denominator", value: null,
            new("Er staat niet waarvan dit een aandeel of aantal is: inwoners, woningen of iets anders.",
                "It does not say what this is a share or rate of: residents, homes or something else."),
            new("Vul 'denominator/of' in.", "Fill in 'denominator/of'."));
    }

    private void RequireUnique(string field, IEnumerable<string> codes)
    {
        foreach (var duplicates in codes.GroupBy(c => c, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            Require(ok: false, field, duplicates.Key, new("Dit staat er twee keer.", "This occurs twice."), OncePerCode);
        }
    }

    private void RequireFew(string field, int count) => Require(count <= MaxItems, field, Format(count),
        new("Dit zijn er te veel.", "These are too many."), new("Noem er hooguit 100.", "Name at most 100."));

    private void RequireMoney(decimal? amount, string field) => Require(amount is null || (amount >= 0 && IsMoney(amount.Value)), field, Format(amount ?? 0),
        new("Dit is geen bedrag van nul of meer in hele centen, of meer dan 1 miljard euro.",
            "This is not an amount of zero or more in whole cents, or is more than 1 billion euros."), WholeCents);

    private void Require(bool ok, string field, string? value, BilingualText message, BilingualText remedy)
    {
        if (!ok)
        {
            problems.Add(new ContractProblem(field, value, message, remedy));
        }
    }

    private static decimal GetMeasuredChange(SteppedIndicator indicator) =>
        indicator is GapIndicator gap ? gap.Baseline - gap.CityBaseline : indicator.Baseline;

    private static bool IsRatePer(string unit) => unit != "%" && SmallPopulation.TryScale(unit, out _);

    private static bool IsMoney(decimal amount) => amount <= LedgerLimits.MaxEuros && decimal.Round(amount, 2) == amount;

    private static string Format(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?=.{1,40}\z)[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9.-]{0,39}\z", RegexOptions.None, RegexTimeout.Milliseconds)]
    private static partial Regex VersionPattern();
}
