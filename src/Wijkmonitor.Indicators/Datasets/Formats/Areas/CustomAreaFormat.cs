using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Checks;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Formats.Core;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Parsing.Records;
using Wijkmonitor.Indicators.Datasets.Parsing.Rows;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Datasets.Formats.Areas;

/// <summary>Custom areas: <c>code;name;boundary_year;part;weight</c>, a line for each part. What a file says of an area is one item.</summary>
internal sealed class CustomAreaFormat() : CsvRecordFormat(RecordKind.CustomAreas)
{
    private const int MaxParts = 1_000;
    private const int PartColumn = 3;
    private const int WeightColumn = 4;
    private static readonly IReadOnlyList<string> Columns = RecordColumnNames.For(RecordKind.CustomAreas);

    protected override bool RegistersAreas => true;

    protected override DependencyRank Rank => DependencyRank.AreaRelations;

    public override IReadOnlyList<string> GetColumns(DatasetDefinition definition) => Columns;

    public override void Gather(DatasetItem item, DatasetDefinition definition, FileContents contents)
    {
        var custom = ((CustomAreaItem)item).CustomArea;
        contents.Count(custom.Parts.Count, custom.Parts.Count);
        contents.AddMunicipality(custom.Area.Code);
        foreach (var part in custom.Parts)
        {
            contents.Areas.Add(part.Area, custom.Area.BoundaryYear, part.Line, Columns[PartColumn]);
        }
    }

    private protected override IEnumerable<DatasetItem> ReadRows(RecordFile file)
    {
        var (fields, places, log) = (file.Fields, file.Places, file.Log);
        var keys = new UniqueKeys<string>(Columns[PartColumn], log);
        var areas = new Dictionary<(AreaCode Code, int BoundaryYear), (string Name, List<CustomAreaPart> Parts)>();
        while (file.Rows.Read())
        {
            var code = fields.ReadArea(places[0]);
            var name = fields.ReadAreaName(places[1]);
            var year = fields.ReadYear(places[2])?.Year;
            var part = fields.ReadArea(places[PartColumn]);
            var weight = fields.ReadShare(places[WeightColumn]);
            if (code is not { } area || name is null || year is not { } boundaryYear || part is not { } partCode || weight is not { } share
                || !IsValidPart(area, partCode, file.Line, log) || !keys.Add(FormattableString.Invariant($"{area} {boundaryYear} {partCode}"), file.Line))
            {
                continue;
            }

            var known = areas.TryGetValue((area, boundaryYear), out var found) ? found : areas[(area, boundaryYear)] = (name, []);
            if (known.Name != name)
            {
                log.Add(AreaProblems.CustomAreaNamesDiffer(file.Line, Columns[1], area, name, known.Name));
            }

            known.Parts.Add(new CustomAreaPart(partCode, share, file.Line));
        }

        foreach (var ((code, boundaryYear), (name, parts)) in areas)
        {
            if (AreValid(code, parts, log))
            {
                yield return new CustomAreaItem(new CustomArea(new Area(code, name, boundaryYear), parts, ""));
            }
        }
    }

    private static bool IsValidPart(AreaCode area, AreaCode part, int line, ProblemLog log)
    {
        if (area.Level != AreaLevel.Custom)
        {
            log.Add(AreaProblems.NotCustom(line, Columns[0], area));
            return false;
        }

        if (part.Level == AreaLevel.Custom || part.Municipality != area.Municipality)
        {
            log.Add(AreaProblems.PartElsewhere(line, Columns[PartColumn], area, part));
            return false;
        }

        return true;
    }

    private static bool AreValid(AreaCode code, List<CustomAreaPart> parts, ProblemLog log)
    {
        if (parts.Count > MaxParts)
        {
            log.Add(AreaProblems.TooManyParts(parts[0].Line, Columns[0], code, MaxParts));
            return false;
        }

        var all = parts.Select(part => part.Area).ToHashSet();
        var twice = parts.Where(part => GetAncestors(part.Area).Any(all.Contains)).ToList();
        foreach (var part in twice)
        {
            log.Add(AreaProblems.PartTwice(part.Line, Columns[PartColumn], part.Area, GetAncestors(part.Area).First(all.Contains)));
        }

        return twice.Count == 0;
    }

    private static IEnumerable<AreaCode> GetAncestors(AreaCode area)
    {
        for (var around = area.Parent; around is { } larger; around = larger.Parent)
        {
            yield return larger;
        }
    }
}
