using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Functions.Storage.Areas;

/// <summary>An area as the index knows it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name, as of the newest of its boundary years.</param>
/// <param name="BoundaryYears">The years whose boundaries it is known in.</param>
/// <param name="MunicipalityName">The name of the municipality that it is in; its code where that has no name.</param>
public sealed record IndexedArea(AreaCode Code, string Name, IReadOnlyList<int> BoundaryYears, string MunicipalityName);

/// <summary>A municipality that the register knows.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name; its code where it has none.</param>
/// <param name="Areas">Number of its known areas, itself included.</param>
public sealed record KnownMunicipality(AreaCode Code, string Name, int Areas);

/// <summary>
/// Index of the municipalities in the register, and of areas by the words of their names. It follows from the register: a municipality's
/// part is brought up to date whenever the municipality is computed.
/// </summary>
public sealed class AreaIndex(Tables tables)
{
    /// <summary>Highest number of names that one search inspects.</summary>
    public const int MaxResults = 2000;

    private const string Municipalities = "municipalities";
    private const string Code = "Code";
    private const string Name = "Name";
    private const string Years = "Years";
    private const string MunicipalityName = "Municipality";
    private const string Areas = "Areas";
    private const string SavedContent = "Kept";

    /// <summary>Updates a municipality's index from the register; writes only differences.</summary>
    public async Task SaveAsync(AreaCode municipality, IReadOnlyList<Area> register, CancellationToken cancellationToken)
    {
        var areas = CreateEntries(municipality, register);
        var now = areas.SelectMany(CreateRows).ToDictionary(entity => $"{entity.PartitionKey}/{entity.RowKey}", StringComparer.Ordinal);
        var content = string.Join('\n', areas.Select(area => $"{area.Code}\t{area.Name}\t{FormatYears(area)}\t{area.MunicipalityName}"));
        var stored = await Tables.FindAsync(tables.AreaIndex, Municipalities, municipality.Value, cancellationToken: cancellationToken);
        var before = stored is null ? "" : Encoding.UTF8.GetString(BinaryChunks.Read(stored, SavedContent));
        if (before == content)
        {
            return;
        }

        await WriteAsync(TableTransactionActionType.UpsertReplace, now.Values, cancellationToken);
        var obsolete = before.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(CreateRows)
            .Where(entity => !now.ContainsKey($"{entity.PartitionKey}/{entity.RowKey}"));
        await WriteAsync(TableTransactionActionType.Delete, obsolete, cancellationToken);

        // The municipality's own row comes last: a run that dies before it does all of this again.
        await SaveMunicipalityAsync(municipality, areas, content, cancellationToken);
    }

    /// <summary>Gets the municipalities that the register knows, by code.</summary>
    public async Task<IReadOnlyList<KnownMunicipality>> GetMunicipalitiesAsync(CancellationToken cancellationToken)
    {
        var municipalities = new List<KnownMunicipality>();
        await foreach (var entity in Tables.QueryAsync(tables.AreaIndex, Tables.FilterByPartition(Municipalities), ["RowKey", Name, Areas], cancellationToken))
        {
            municipalities.Add(new KnownMunicipality(AreaCode.Parse(entity.RowKey), entity.GetString(Name), entity.GetInt32(Areas)!.Value));
        }

        return municipalities;
    }

    /// <summary>Searches the areas whose name has, for each given word, a word that starts with it.</summary>
    /// <remarks>Only the first <see cref="MaxResults"/> names that match the longest word are inspected.</remarks>
    /// <returns>The areas by code, and whether there were more names than it inspected.</returns>
    public async Task<(IReadOnlyList<IndexedArea> Areas, bool HasMore)> SearchAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var found = new Dictionary<AreaCode, IndexedArea>();
        var seen = 0;
        foreach (var word in words.Where(word => word.Length > 1 || words.Count == 1).OrderByDescending(word => word.Length))
        {
            var rows = Tables.FilterByPartition(GetPartition(word), word);
            await foreach (var entity in Tables.QueryAsync(tables.AreaIndex, rows, cancellationToken: cancellationToken))
            {
                if (seen++ == MaxResults)
                {
                    return (GetOrdered(), true);
                }

                var area = ToArea(entity);
                if (AreaNames.Matches(area.Name, area.MunicipalityName, words))
                {
                    found[area.Code] = area;
                }
            }
        }

        return (GetOrdered(), false);

        List<IndexedArea> GetOrdered() => [.. found.Values.OrderBy(area => area.Code)];
    }

    private static List<IndexedArea> CreateEntries(AreaCode municipality, IReadOnlyList<Area> register)
    {
        var name = register.Where(area => area.Code == municipality).MaxBy(area => area.BoundaryYear)?.Name ?? municipality.Value;
        return [.. register
            .GroupBy(area => area.Code)
            .OrderBy(sameCode => sameCode.Key)
            .Select(sameCode => new IndexedArea(
                sameCode.Key, ToSingleLine(sameCode.MaxBy(area => area.BoundaryYear)!.Name),
                [.. sameCode.Select(area => area.BoundaryYear).Distinct().Order()], ToSingleLine(name)))];
    }

    private async Task SaveMunicipalityAsync(AreaCode municipality, List<IndexedArea> areas, string content, CancellationToken cancellationToken)
    {
        if (areas.Count == 0)
        {
            await tables.AreaIndex.DeleteEntityAsync(Municipalities, municipality.Value, cancellationToken: cancellationToken);
            return;
        }

        var entity = new TableEntity(Municipalities, municipality.Value) { [Name] = areas[0].MunicipalityName, [Areas] = areas.Count };
        BinaryChunks.Write(entity, SavedContent, Encoding.UTF8.GetBytes(content));
        await tables.AreaIndex.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellationToken);
    }

    private async Task WriteAsync(TableTransactionActionType action, IEnumerable<TableEntity> entities, CancellationToken cancellationToken)
    {
        var writer = new EntityWriter(tables.AreaIndex, action);
        foreach (var entity in entities)
        {
            await writer.AddAsync(entity, cancellationToken);
        }

        await writer.CompleteAsync(cancellationToken);
    }

    private static IEnumerable<TableEntity> CreateRows(IndexedArea area) =>
        AreaNames.SplitWords(area.Name).Select(word => new TableEntity(GetPartition(word), GetRowKey(word, area.Code.Value))
        {
            [Code] = area.Code.Value,
            [Name] = area.Name,
            [Years] = FormatYears(area),
            [MunicipalityName] = area.MunicipalityName,
        });

    // The keys of what was kept for an area before.
    private static IEnumerable<TableEntity> CreateRows(string kept)
    {
        var fields = kept.Split('\t');
        return AreaNames.SplitWords(fields[1]).Select(word => new TableEntity(GetPartition(word), GetRowKey(word, fields[0])));
    }

    private static string GetPartition(string word) => $"name|{word[0]}";

    private static string GetRowKey(string word, string code) => $"{word}|{code}";

    private static string ToSingleLine(string name) => name.ReplaceLineEndings(" ").Replace('\t', ' ');

    private static string FormatYears(IndexedArea area) => string.Join(',', area.BoundaryYears);

    private static IndexedArea ToArea(TableEntity entity) => new(
        AreaCode.Parse(entity.GetString(Code)),
        entity.GetString(Name),
        [.. entity.GetString(Years).Split(',').Select(year => int.Parse(year, NumberStyles.None, CultureInfo.InvariantCulture))],
        entity.GetString(MunicipalityName));
}
