using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Problems;
using static Wijkmonitor.Indicators.Datasets.Messages.ProblemText;

namespace Wijkmonitor.Indicators.Datasets.Messages;

/// <summary>Problems of crosswalks, custom areas and boundaries in words.</summary>
public static class AreaProblems
{
    /// <summary>Creates the problem that areas that the dataset expects are not in the file.</summary>
    /// <param name="absent">The areas.</param>
    /// <param name="expected">Number that it expects.</param>
    public static RowProblem Absent(IReadOnlyList<AreaCode> absent, int expected) => Warn(
        ProblemCodes.AreasAbsent, line: null, column: null, Format($"{absent.Count}"),
        Format($"Van {expected} verwachte gebieden ontbreken er {absent.Count}: {Quote([.. absent.Select(area => area.Value)])}."),
        Format($"Of {expected} expected areas {absent.Count} are missing: {Quote([.. absent.Select(area => area.Value)])}."),
        "Lever ze mee, of ga na dat ze niet bestaan. Anders gaat wat over het geheel wordt berekend alleen over de rest.",
        "Deliver them too, or check that they do not exist. Otherwise what is computed over the whole is about the rest only.");

    /// <summary>Creates the problem that more rows are about no area than the dataset allows.</summary>
    /// <param name="line">The line of the first.</param>
    /// <param name="column">The column with the area.</param>
    /// <param name="without">Number of such rows.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="max">The share that they can be at most.</param>
    public static RowProblem TooManyRowsWithoutArea(int line, string column, int without, int rows, decimal max) => Error(
        ProblemCodes.RowsWithoutArea, line, column, Format($"{without}"),
        Format($"{without} van de {rows} rijen hebben geen gebied; bij deze dataset mag dat hooguit {max * 100:0.##}% zijn."),
        Format($"{without} of the {rows} rows have no area; for this dataset that can be {max * 100:0.##}% at most."),
        "Vul de gebiedscode aan waar die bekend is; de overige cijfers zouden anders te laag zijn.",
        "Fill in the area's code where it is known; the other figures would be too low otherwise.");

    private const int MaxListed = 5;

    // Names of columns with codes that lists of areas are known by.
    private static readonly string[] NamesOfCodes = ["buurtcode", "wijkcode"];

    /// <summary>Creates the problem that a share is not above 0 and at most 1.</summary>
    public static RowProblem ShareInvalid(int line, string column, string value) => Error(
        ProblemCodes.ShareInvalid, line, column, value,
        $"'{value}' is geen aandeel: meer dan 0 en hoogstens 1.", $"'{value}' is not a share: more than 0 and at most 1.",
        "Schrijf een aandeel als 0.25 of 1. Laat een regel zonder aandeel weg.", "Write a share such as 0.25 or 1. Leave a line without a share out.");

    /// <summary>Creates the problem that the boundaries of both sides are of the same year.</summary>
    public static RowProblem CrosswalkYearsEqual(int line, string column, int year) => Error(
        ProblemCodes.CrosswalkInvalid, line, column, Format($"{year}"),
        Format($"Beide jaren zijn {year}."), Format($"Both years are {year}."),
        "Noem twee verschillende jaren van grenzen.", "Name two different boundary years.");

    /// <summary>Creates the problem that the two areas of a line are not of one kind.</summary>
    public static RowProblem LevelsDiffer(int line, string column, AreaCode from, AreaCode to) => Error(
        ProblemCodes.CrosswalkInvalid, line, column, to.Value,
        $"{from} en {to} zijn niet van dezelfde soort.", $"{from} and {to} are not of the same kind.",
        "Verbind een buurt met een buurt, een wijk met een wijk en een gemeente met een gemeente; een eigen gebied (CU) kan hier niet staan.",
        "Join a neighbourhood to a neighbourhood, a district to a district, a municipality to a municipality; a custom area (CU) cannot be used here.");

    /// <summary>Creates the problem that an area is divided over more areas than can be kept.</summary>
    public static RowProblem TooManyShares(int line, string column, AreaCode area, int max) => Error(
        ProblemCodes.CrosswalkInvalid, line, column, area.Value,
        Format($"{area} is over meer dan {max} gebieden verdeeld."), Format($"{area} is divided over more than {max} areas."),
        "Controleer of de tabel twee keer in het bestand staat.", "Check whether the table is in the file twice.");

    /// <summary>Creates the problem that the shares of an area do not sum to 1.</summary>
    public static RowProblem SharesTotal(int line, string column, AreaCode area, int fromYear, int toYear, decimal sum) => Error(
        ProblemCodes.SharesTotal, line, column, area.Value,
        Format($"De aandelen van {area} van {fromYear} naar {toYear} zijn samen {sum}, niet 1."),
        Format($"The shares of {area} from {fromYear} to {toYear} sum to {sum}, not 1."),
        Format($"Noem alle gebieden waarover {area} is verdeeld. Een verschil tot {CrosswalkEntry.Tolerance} mag: geef aandelen met genoeg decimalen."),
        Format($"Name all areas that {area} was divided over. A difference up to {CrosswalkEntry.Tolerance} is allowed: give shares with enough decimals."));

    /// <summary>Creates the problem that a crosswalk leaves areas out that the register has.</summary>
    public static RowProblem CrosswalkIncomplete(int line, string column, AreaCode municipality, int fromYear, IReadOnlyList<AreaCode> absent)
    {
        var named = string.Join(", ", absent.Take(MaxListed)) + (absent.Count > MaxListed ? ", …" : "");
        return Warn(
            ProblemCodes.CrosswalkIncomplete, line, column, municipality.Value,
            Format($"Van {municipality} staan {absent.Count} gebieden van {fromYear} niet in de tabel: {named}."),
            Format($"The table lacks {absent.Count} areas of {municipality} of {fromYear}: {named}."),
            "Cijfers van deze gebieden worden niet omgerekend, en een gebied dat er een deel van kreeg komt te laag uit. Vul de tabel aan.",
            "Figures of these areas are not converted, and an area that took over a part of them comes out too low. Complete the table.");
    }

    /// <summary>Creates the problem that the code of a custom area is that of another kind.</summary>
    public static RowProblem NotCustom(int line, string column, AreaCode area) => CustomAreaInvalid(
        line, column, area, new($"{area} is geen eigen gebied.", $"{area} is not a custom area."),
        new("Geef een eigen gebied een code als CU0153-dolphia.", "Give a custom area a code such as CU0153-dolphia."));

    /// <summary>Creates the problem that a custom area cannot have this part.</summary>
    public static RowProblem PartElsewhere(int line, string column, AreaCode area, AreaCode part) => CustomAreaInvalid(
        line, column, part, new($"{part} kan geen deel zijn van {area}.", $"{part} cannot be a part of {area}."),
        new("Een deel is een buurt, een wijk of de gemeente zelf, in dezelfde gemeente.",
            "A part is a neighbourhood, a district or the municipality itself, in the same municipality."));

    /// <summary>Creates the problem that a part lies within another part.</summary>
    public static RowProblem PartTwice(int line, string column, AreaCode part, AreaCode other) => CustomAreaInvalid(
        line, column, part,
        new($"{part} ligt in {other}, dat ook een deel is: dan telt het dubbel.", $"{part} is in {other}, which is also a part: it would count twice."),
        new("Laat een van beide weg.", "Leave one of the two out."));

    /// <summary>Creates the problem that a custom area has two names.</summary>
    public static RowProblem CustomAreaNamesDiffer(int line, string column, AreaCode area, string name, string earlier) => CustomAreaInvalid(
        line, column, area, new($"{area} heet hier '{name}' en eerder '{earlier}'.", $"{area} is named '{name}' here and '{earlier}' before."),
        new("Schrijf op elke regel van een gebied dezelfde naam.", "Write the same name on every line of an area."));

    /// <summary>Creates the problem that a custom area has more parts than can be kept.</summary>
    public static RowProblem TooManyParts(int line, string column, AreaCode area, int max) => CustomAreaInvalid(
        line, column, area, new(Format($"{area} heeft meer dan {max} delen."), Format($"{area} has more than {max} parts.")),
        new("Gebruik wijken in plaats van buurten waar dat kan.", "Use districts instead of neighbourhoods if possible."));

    /// <summary>Creates the problem that the file is not JSON, or not the JSON that it must be.</summary>
    public static RowProblem JsonInvalid(int? line, string? value = null) => Error(
        ProblemCodes.JsonInvalid, line, null, value,
        "Dit is geen GeoJSON met een FeatureCollection.", "This is not GeoJSON with a FeatureCollection.",
        "Exporteer de grenzen opnieuw als GeoJSON (RFC 7946); bewerk het bestand niet met de hand.",
        "Export the boundaries as GeoJSON (RFC 7946) again; do not edit the file by hand.");

    /// <summary>Creates the problem that a property is not the year with the code of the feature's area.</summary>
    public static RowProblem YearAndAreaInvalid(int line, string property, string value, AreaCode area) => Error(
        ProblemCodes.PeriodInvalid, line, property, value,
        $"'{value}' is geen jaar met de code van dit gebied ({area}) erachter.", $"'{value}' is not a year followed by the code of this area ({area}).",
        "Ga na over welk gebied deze vorm gaat: de twee eigenschappen spreken elkaar tegen, of het jaar ontbreekt.",
        "Find out which area this shape is of: the two properties contradict each other, or the year is missing.");

    /// <summary>Creates the problem that a smaller area is next to the one that would be read.</summary>
    /// <param name="line">The line.</param>
    /// <param name="column">The column or property with the area that would be read.</param>
    /// <param name="area">The area that would be read.</param>
    /// <param name="other">The column or property with the code of the smaller area.</param>
    /// <param name="smaller">The smaller area.</param>
    /// <param name="isOfFigures">Whether the file has figures: then no name makes a column that of the area.</param>
    public static RowProblem SmallerArea(int line, string column, AreaCode area, string other, AreaCode smaller, bool isOfFigures = false)
    {
        var way = isOfFigures || NamesOfCodes.Contains(other, StringComparer.OrdinalIgnoreCase)
            ? new Localization.BilingualText($"zet die code dan in '{column}'", $"put that code in '{column}'")
            : new($"geef '{other}' dan de naam 'buurtcode' of 'wijkcode'", $"give '{other}' the name 'buurtcode' or 'wijkcode'");
        return Error(
            ProblemCodes.AreaCodeInvalid, line, column, area.Value,
            $"'{column}' zegt {area}, en '{other}' zegt {smaller}: een kleiner gebied. Het is niet zeker over welk van de twee dit gaat.",
            $"'{column}' says {area}, and '{other}' says {smaller}: a smaller area. It is not certain which of the two this is about.",
            $"Gaat het over {smaller}, {way.Nl}, of vraag de beheerder '{other}' in de definitie te zetten. Gaat het over {area}, laat '{other}' dan weg.",
            $"If it is about {smaller}, {way.En}, or ask the administrator to put '{other}' in the definition. If it is about {area}, leave '{other}' out.");
    }

    /// <summary>Creates the problem that a feature is larger than can be kept.</summary>
    public static RowProblem GeometryTooLarge(int line, string? area, int max) => GeometryInvalid(
        line, area, Format($"De vorm is groter dan {max / 1024} KiB."), Format($"The shape is larger than {max / 1024} KiB."),
        "Vereenvoudig de grenzen, of schrijf coördinaten met zes decimalen.", "Simplify the boundaries, or write coordinates with six decimals.");

    /// <summary>Creates the problem that a shape is of another type.</summary>
    public static RowProblem GeometryType(int line, string? area) => GeometryInvalid(
        line, area, "De vorm is geen Polygon of MultiPolygon.", "The shape is not a Polygon or MultiPolygon.",
        "Lever van elk gebied een vlak; laat een gebied zonder vorm weg.", "Deliver a surface of each area; leave an area without a shape out.");

    /// <summary>Creates the problem that a ring is not closed, or too short.</summary>
    public static RowProblem GeometryRing(int line, string? area) => GeometryInvalid(
        line, area, "Een rand heeft geen vier punten, of eindigt niet waar hij begint.", "A ring has fewer than four points, or does not end where it starts.",
        "Exporteer de grenzen opnieuw.", "Export the boundaries again.");

    /// <summary>Creates the problem that a position lies outside the Netherlands.</summary>
    public static RowProblem GeometryElsewhere(int line, string? area, double longitude, double latitude) => GeometryInvalid(
        line, area, Format($"Het punt {longitude}, {latitude} ligt niet in Nederland."),
        Format($"The point {longitude}, {latitude} is not in the Netherlands."),
        "Lever coördinaten in WGS 84 (EPSG:4326), eerst de lengte en dan de breedte, of in het stelsel van de Rijksdriehoeksmeting (EPSG:28992).",
        "Deliver coordinates in WGS 84 (EPSG:4326), longitude first, then latitude, or in the Dutch grid (RD, EPSG:28992).");

    private static RowProblem GeometryInvalid(int line, string? area, string nl, string en, string remedyNl, string remedyEn) =>
        Error(ProblemCodes.GeometryInvalid, line, "geometry", area, nl, en, remedyNl, remedyEn);

    private static RowProblem CustomAreaInvalid(int line, string column, AreaCode area, Localization.BilingualText message,
        Localization.BilingualText remedy) =>
        Error(ProblemCodes.CustomAreaInvalid, line, column, area.Value, message.Nl, message.En, remedy.Nl, remedy.En);

    /// <summary>Creates the problem that a feature has no property with the area's code.</summary>
    public static RowProblem PropertyMissing(int line, IReadOnlyList<string> wanted, IReadOnlyCollection<string> found) => Error(
        ProblemCodes.ValueMissing, line, wanted[0], "",
        $"Deze vorm heeft geen eigenschap met de code van het gebied ({string.Join(", ", wanted)}). Wel gevonden: {Quote(found)}.",
        $"This shape has no property with the area's code ({string.Join(", ", wanted)}). Found: {Quote(found)}.",
        "Lever grenzen met de CBS-code van elk gebied in een van deze eigenschappen.",
        "Deliver boundaries with the CBS code of each area in one of these properties.");
}
