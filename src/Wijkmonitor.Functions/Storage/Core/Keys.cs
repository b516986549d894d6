using System.Buffers;
using System.Globalization;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Functions.Storage.Core;

/// <summary>Factory of the keys of tables. Every key follows from what the row is about, so that writing twice ends as writing once.</summary>
public static class Keys
{
    /// <summary>The partition of the programmes and projects of all municipalities.</summary>
    public const string SubjectPartition = "subjects";

    /// <summary>The partition of the regions of all municipalities.</summary>
    public const string RegionPartition = "regions";

    private const int MaxLength = 512;
    private static readonly SearchValues<char> Forbidden =
        SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(i => (char)i).Where(char.IsControl), '/', '\\', '#', '?']);

    /// <summary>Whether a text can be a key of a table at all; nothing is stored under one that cannot.</summary>
    public static bool IsValid(string text) => text.Length <= MaxLength && !text.AsSpan().ContainsAny(Forbidden);

    /// <summary>Gets the partition of everything about an area: its municipality.</summary>
    public static string GetPartition(AreaCode area) => area.Municipality.Value;

    /// <summary>Gets the row of an area in the register.</summary>
    public static string GetAreaRow(Area area) => $"{area.BoundaryYear}|{area.Code}";

    /// <summary>Gets the row of an area as the figures of a dataset name it. It sorts after those of datasets of areas, whose name has precedence.</summary>
    public static string GetAreaRow(Area area, string dataset) => $"{GetAreaRow(area)}|{dataset}";

    /// <summary>Gets the row of an area's observations in a dataset and period.</summary>
    public static string GetObservationRow(AreaCode area, string dataset, Period period) => $"{area}|{dataset}|{period}";

    /// <summary>Gets the row of one of the parts that an area's observations in a dataset and period are divided over.</summary>
    /// <remarks>It sorts just behind the undivided row, and a larger division behind a smaller one.</remarks>
    public static string GetObservationRow(AreaCode area, string dataset, Period period, int parts, int part) => parts == 1
        ? GetObservationRow(area, dataset, period)
        : string.Create(CultureInfo.InvariantCulture, $"{GetObservationRow(area, dataset, period)}!{parts:D4}.{part:D4}");

    /// <summary>Gets the prefix of the rows of all an area's observations.</summary>
    public static string GetObservationRow(AreaCode area) => $"{area}|";

    /// <summary>Gets the partition of a municipality's scorecards of areas for an audience.</summary>
    public static string GetScorecardPartition(AreaCode municipality, Audience audience) =>
        audience == Audience.Public ? GetPartition(municipality) : $"{GetPartition(municipality)}|{audience.ToString().ToLowerInvariant()}";

    /// <summary>Gets the partition of a municipality's statements of social mortgages.</summary>
    public static string GetStatementPartition(AreaCode municipality) => $"{GetPartition(municipality)}|statements";

    /// <summary>Gets the row of a scorecard.</summary>
    public static string GetScorecardRow(string kind, Period period, AreaCode area, string? subject) =>
        subject is null ? $"{kind}|{period}|{area}" : $"{kind}|{period}|{area}|{subject}";

    /// <summary>Gets the prefix of the rows of all a municipality's scorecards of a kind and period.</summary>
    public static string GetScorecardPrefix(string kind, Period period) => $"{kind}|{period}|";

    /// <summary>Gets the row of a record about an area.</summary>
    public static string GetRecordRow(AreaRecord record) => $"{GetRecordPrefix(record.Dataset)}{record.Reference}";

    /// <summary>Gets the prefix of the rows of all a municipality's records of a dataset.</summary>
    public static string GetRecordPrefix(string dataset) => $"{dataset}|";

    /// <summary>Gets the prefix of the rows of all a municipality's scorecards of a kind, in all periods.</summary>
    public static string GetScorecardPrefix(string kind) => $"{kind}|";

    /// <summary>Splits the row of a scorecard into its area and its subject; null for a scorecard without one.</summary>
    public static (string Kind, AreaCode Area, string? Subject) SplitScorecardRow(string row) =>
        row.Split('|') is [var kind, _, var area, .. var rest] ? (kind, AreaCode.Parse(area), rest is [var subject] ? subject : null)
            : throw new FormatException($"'{row}' is no row of a scorecard.");

    /// <summary>Gets the prefix of the rows of the programmes and projects that a municipality keeps.</summary>
    public static string GetSubjectPrefix(AreaCode municipality) => $"{GetPartition(municipality)}|";

    /// <summary>Gets the row of a programme or project for an audience; those of narrower audiences sort behind.</summary>
    public static string GetSubjectRow(AreaCode municipality, string kind, string subject, Audience audience) =>
        $"{GetSubjectPrefix(municipality)}{kind}|{subject}|{(int)audience}";

    /// <summary>Gets the kind and the code in the row of a programme or project.</summary>
    public static (string Kind, string Subject) GetSubjectOfRow(string row) => row.Split('|') is [_, var kind, var subject, _] ? (kind, subject)
        : throw new FormatException($"'{row}' is no row of a subject.");

    /// <summary>Splits the row of a programme or project into what all audiences share and the audience.</summary>
    public static (string Subject, Audience Audience) SplitSubjectRow(string row) => (row[..^2], (Audience)(row[^1] - '0'));

    /// <summary>Gets the row of an entry.</summary>
    public static string GetEntryRow(LedgerEntry entry) => $"{entry.Channel}|{entry.Reference}";
}
