using System.Globalization;
using Wijkmonitor.Indicators.Ledgers;

namespace Wijkmonitor.Indicators.SocialMortgage.Contracts;

/// <summary>
/// All versions of one contract. A version starts at a date and ends where the next one starts; a year is computed by the version that
/// is at its first day, so that no year has two.
/// </summary>
public sealed class ContractVersions
{
    private readonly SocialMortgageContract[] inForce;

    /// <summary>These versions together; one that another says it replaces is kept but computes nothing.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public ContractVersions(params IReadOnlyCollection<SocialMortgageContract> versions)
    {
        All = [.. versions.OrderBy(v => v.ValidFrom).ThenBy(v => v.Version, StringComparer.Ordinal)];
        inForce = [.. GetInForce(All)];
        if (inForce.Length == 0)
        {
            throw new ArgumentException("A contract has at least one version.", nameof(versions));
        }
    }

    /// <summary>All versions, replaced ones too, by their start.</summary>
    public IReadOnlyList<SocialMortgageContract> All { get; }

    /// <summary>The version that started last.</summary>
    public SocialMortgageContract Latest => inForce[^1];

    /// <summary>The contract's id.</summary>
    public string Id => Latest.Id;

    /// <summary>The first year of the term.</summary>
    public int FirstYear => Latest.FirstYear;

    /// <summary>The last year of the term, as of the latest version.</summary>
    public int LastYear => Latest.LastYear;

    /// <summary>Gets the version that a year is computed by; a year before the first version has the first.</summary>
    public SocialMortgageContract GetVersion(int year) => inForce.LastOrDefault(v => v.ValidFrom.Year <= year) ?? inForce[0];

    /// <summary>Finds the reason why an annotation cannot be added to the contract, or null where it can.</summary>
    public ContractProblem? Validate(SeriesAnnotation annotation) => All.Any(v => v.Indicators.Any(i => i.Code == annotation.Indicator))
        ? null
        : new ContractProblem("indicator", annotation.Indicator,
            new("Deze indicator staat niet in het contract.", "This indicator is not in the contract."),
            new($"Gebruik een van: {string.Join(", ", Latest.Indicators.Select(i => i.Code))}.",
                $"Use one of: {string.Join(", ", Latest.Indicators.Select(i => i.Code))}."));

    /// <summary>Finds the reasons why a version cannot join the known ones, or nothing where it can.</summary>
    /// <remarks>It may not overlap one of them, rewrite settled years, or change what cannot change within a contract, such as a frozen baseline.</remarks>
    /// <param name="known">The versions so far; none for a new contract.</param>
    /// <param name="next">The version to join them.</param>
    /// <param name="lastSettledYear">The last year that was settled; null where none was.</param>
    public static IReadOnlyList<ContractProblem> ValidateNext(
        IReadOnlyCollection<SocialMortgageContract> known, SocialMortgageContract next, int? lastSettledYear)
    {
        List<ContractProblem?> problems = [ValidateStart(known, next), .. ValidateOverlap(known, next), ValidateSettledYears(next, lastSettledYear)];
        if (GetInForce(known).LastOrDefault() is { } last)
        {
            problems.AddRange(ValidateFixedFields(last, next));
            problems.Add(ValidateDrawDowns(last, next));
            problems.AddRange(ValidateBaselines(GetInForce(known), next));
        }

        return [.. problems.OfType<ContractProblem>()];
    }

    private static IEnumerable<SocialMortgageContract> GetInForce(IReadOnlyCollection<SocialMortgageContract> versions)
    {
        var replaced = versions.Select(v => v.Replaces).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return versions.Where(v => !replaced.Contains(v.Version)).OrderBy(v => v.ValidFrom);
    }

    private static ContractProblem? ValidateStart(IReadOnlyCollection<SocialMortgageContract> known, SocialMortgageContract next) =>
        known.Count == 0 && next.ValidFrom.Year != next.FirstYear
            ? new ContractProblem("validFrom", FormatDate(next.ValidFrom),
                new("De eerste versie begint niet bij het begin van de looptijd.", "The first version does not start with the term."),
                new($"Vul {FormatYear(next.FirstYear)}-01-01 in.", $"Enter {FormatYear(next.FirstYear)}-01-01."))
            : null;

    private static IEnumerable<ContractProblem> ValidateOverlap(IReadOnlyCollection<SocialMortgageContract> known, SocialMortgageContract next)
    {
        if (known.Any(v => v.Version == next.Version))
        {
            yield return new ContractProblem("version", next.Version,
                new("Deze versie is er al; wat is afgesproken wordt niet overschreven.", "This version already exists; what was agreed is not overwritten."),
                new("Geef de nieuwe afspraken een eigen versie.", "Give the new agreements a version of their own."));
        }

        var same = GetInForce(known).FirstOrDefault(v => v.ValidFrom == next.ValidFrom);
        if (same is not null && next.Replaces != same.Version)
        {
            yield return new ContractProblem("validFrom", FormatDate(next.ValidFrom),
                new($"Versie {same.Version} begint op dezelfde dag: twee versies zouden over dezelfde jaren gaan.",
                    $"Version {same.Version} starts on the same day: two versions would be about the same years."),
                new($"Kies een latere dag, of vul bij 'replaces' in: {same.Version}.", $"Choose a later day, or enter at 'replaces': {same.Version}."));
        }

        if (next.Replaces is { } replaced && replaced != same?.Version)
        {
            yield return new ContractProblem("replaces", replaced,
                new("Er is geen versie met deze naam die op dezelfde dag begint.", "There is no version with this name that starts on the same day."),
                new("Noem een versie met dezelfde 'validFrom', of haal 'replaces' weg.", "Name a version with the same 'validFrom', or remove 'replaces'."));
        }
    }

    private static ContractProblem? ValidateSettledYears(SocialMortgageContract next, int? lastSettledYear) =>
        lastSettledYear is { } settled && next.ValidFrom.Year <= settled
            ? new ContractProblem("validFrom", FormatDate(next.ValidFrom),
                new($"De jaren tot en met {FormatYear(settled)} zijn vastgesteld; een nieuwe versie verandert die niet.",
                    $"The years up to and including {FormatYear(settled)} are settled; a new version does not change them."),
                new($"Vul {FormatYear(settled + 1)}-01-01 of een later jaar in.", $"Enter {FormatYear(settled + 1)}-01-01 or a later year."))
            : null;

    private static IEnumerable<ContractProblem> ValidateFixedFields(SocialMortgageContract last, SocialMortgageContract next)
    {
        (string Field, string Was, string Is)[] fields =
        [
            ("area", last.Area.Value, next.Area.Value),
            ("city", last.City.Value, next.City.Value),
            ("principal", FormatNumber(last.Principal), FormatNumber(next.Principal)),
            ("firstYear", FormatYear(last.FirstYear), FormatYear(next.FirstYear)),
            ("baselineYear", FormatYear(last.BaselineYear), FormatYear(next.BaselineYear)),
        ];
        return fields.Where(f => f.Was != f.Is).Select(f => new ContractProblem(f.Field, f.Is,
            new($"In versie {last.Version} staat {f.Was}; dit ligt vast zolang het contract loopt.",
                $"Version {last.Version} says {f.Was}; this is fixed as long as the contract runs."),
            new($"Vul {f.Was} in, of sluit een contract met een andere naam.", $"Enter {f.Was}, or make a contract with another id.")));
    }

    // What was drawn before a version starts is a fact; when the rest is drawn can be agreed again.
    private static ContractProblem? ValidateDrawDowns(SocialMortgageContract last, SocialMortgageContract next)
    {
        var (was, now) = (DescribeDrawn(last, next.ValidFrom), DescribeDrawn(next, next.ValidFrom));
        return was == now || (last.DrawDowns is null && next.DrawDowns is null) ? null : new ContractProblem("drawDowns", now,
            new($"Tot {FormatDate(next.ValidFrom)} was opgenomen: {was}. Dat ligt vast.", $"Drawn before {FormatDate(next.ValidFrom)}: {was}. That is fixed."),
            new("Neem die delen over.", "Take over those parts."));
    }

    private static string DescribeDrawn(SocialMortgageContract contract, DateOnly before) => contract.DrawDowns is not { } parts
        ? $"{FormatNumber(contract.Principal)} ({FormatYear(contract.FirstYear)})"
        : string.Join(", ", parts.Where(part => part.Date < before).OrderBy(part => part.Date)
            .Select(part => $"{FormatDate(part.Date)} {FormatNumber(part.Amount)}"));

    private static IEnumerable<ContractProblem> ValidateBaselines(IEnumerable<SocialMortgageContract> known, SocialMortgageContract next)
    {
        var frozen = known.SelectMany(v => v.Indicators.OfType<PricedIndicator>()).ToList();
        foreach (var indicator in next.Indicators.OfType<PricedIndicator>())
        {
            if (frozen.FirstOrDefault(f => f.Code == indicator.Code && f.Baseline != indicator.Baseline) is { } own)
            {
                yield return CreateFrozenProblem($"indicators/{indicator.Code}/baseline", own.Baseline, indicator.Baseline);
            }

            if (frozen.FirstOrDefault(f => f.Code == indicator.Code
                && f.FrozenCityBaseline is { } was
                && indicator.FrozenCityBaseline is { } now
                && was != now) is { } city)
            {
                yield return CreateFrozenProblem($"indicators/{indicator.Code}/cityBaseline", city.FrozenCityBaseline!.Value,
                    indicator.FrozenCityBaseline!.Value);
            }
        }
    }

    private static ContractProblem CreateFrozenProblem(string field, decimal was, decimal now) => new(field, FormatNumber(now),
        new($"De nulmeting is vastgelegd op {FormatNumber(was)}.", $"The baseline was frozen at {FormatNumber(was)}."),
        new($"Vul {FormatNumber(was)} in. Wat er anders is, hoort in een aantekening ('annotations').",
            $"Enter {FormatNumber(was)}. What is different belongs in an annotation ('annotations')."));

    private static string FormatDate(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string FormatYear(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    private static string FormatNumber(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
