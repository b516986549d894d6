using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using Wijkmonitor.Functions.Api.Areas;
using Wijkmonitor.Functions.Api.Datasets;
using Wijkmonitor.Functions.Api.Deliveries;
using Wijkmonitor.Functions.Api.Observations;
using Wijkmonitor.Functions.Api.OpenApi;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Functions.Api.SocialMortgages;
using Wijkmonitor.Functions.Api.Subjects;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Functions.Spreadsheets;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Tests.Spreadsheets;

/// <summary>No CSV of the app has a cell that a spreadsheet could run as a formula.</summary>
public sealed partial class SpreadsheetCsvTests
{
    private static readonly Dictionary<string, Func<string, byte[]>> Lists = new(StringComparer.Ordinal)
    {
        ["compareObservations"] = List(ObservationsJson.Default.ObservationResource),
        ["getDeliveryDiff"] = List(DeliveriesJson.Default.ValueChange),
        ["listAlerts"] = List(SubjectsJson.Default.AlertResource),
        ["listAreas"] = List(AreasJson.Default.AreaResource),
        ["listDatasets"] = List(DatasetsJson.Default.DatasetResource),
        ["listDeliveries"] = List(DeliveriesJson.Default.DeliveryResource),
        ["listInboxFiles"] = List(DeliveriesJson.Default.InboxFileResource),
        ["listIndicators"] = List(ObservationsJson.Default.IndicatorResource),
        ["listModules"] = List(SocialMortgagesJson.Default.MortgageModule),
        ["listMunicipalities"] = List(AreasJson.Default.MunicipalityResource),
        ["listMunicipalityObservations"] = List(ObservationsJson.Default.ObservationResource),
        ["listMunicipalityScorecards"] = List(ScorecardsJson.Default.ScorecardSummary),
        ["listObservations"] = List(ObservationsJson.Default.ObservationResource),
        ["listProblems"] = List(DeliveriesJson.Default.RowProblem),
        ["listRecords"] = List(ObservationsJson.Default.RecordResource),
        ["listScorecardKinds"] = List(ScorecardsJson.Default.ScorecardKindResource),
        ["listScorecards"] = List(ScorecardsJson.Default.ScorecardSummary),
        ["listSocialMortgages"] = List(SocialMortgagesJson.Default.SocialMortgageItem),
        ["listSubjects"] = List(SubjectsJson.Default.SubjectResource),
        ["searchAreas"] = List(AreasJson.Default.AreaResource),
    };

    // Years of amounts; what has texts in them is one cell of JSON.
    private static readonly Dictionary<string, Func<string, byte[]>> Nested = new(StringComparer.Ordinal)
    {
        ["getSeries"] = List(SocialMortgagesJson.Default.MortgageSeriesYear),
    };

    private static readonly Dictionary<string, Func<string, byte[]>> Others = new(StringComparer.Ordinal)
    {
        ["getScorecard"] = text => ScorecardCsv.Write(Filled<Scorecard>(text)),
        ["getScorecardOfSubject"] = text => ScorecardCsv.Write(Filled<Scorecard>(text)),
        ["getStatement"] = text => StatementCsv.Write(Filled<Scorecard>(text)),
        ["getStatementCsv"] = text => StatementCsv.Write(Filled<Scorecard>(text)),
    };

    // A header alone: a dataset has none where the name of a column could be run (DatasetTemplateTests).
    private static readonly string[] Headers = ["getDatasetTemplate"];

    private static readonly Dictionary<string, Func<string, byte[]>> Reports = new(StringComparer.Ordinal)
    {
        ["problem report"] = Report,
    };

    public static TheoryData<string, string> Formulas =>
    [
        .. from file in Lists.Keys.Concat(Others.Keys).Concat(Reports.Keys)
           from text in new[]
           {
               "=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", "＝1+1", "＋1", "－1+1", "＠SUM(A1)",
               "=HYPERLINK(\"https://example.org\";\"klik\")", "=cmd|' /C calc'!A0",
               "-", "-1,5,5", "-1e5", "-1 000", "--1", " =1+1", "\"=1+1\"", " \" +1", "\u00A0@SUM(A1)",
           }
           select (file, text),
    ];

    public static TheoryData<string> Files => [.. Lists.Keys, .. Others.Keys, .. Reports.Keys];

    [Fact]
    public void The_files_are_all_that_the_contract_offers_as_csv()
    {
        var offered = from path in JsonNode.Parse(OpenApiDocument.Current.Json)!["paths"]!.AsObject()
                      from operation in path.Value!.AsObject()
                      where operation.Value!["responses"]!["200"]?["content"]?["text/csv"] is not null
                      select (string)operation.Value!["operationId"]!;

        Assert.Equal(offered.Order(StringComparer.Ordinal), Lists.Keys.Concat(Nested.Keys).Concat(Others.Keys).Concat(Headers).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Formulas))]
    public void Text_that_a_spreadsheet_could_run_has_an_apostrophe_in_front(string file, string text)
    {
        var fields = Fields(Write(file, text));

        Assert.Contains("'" + text, fields);
        Assert.All(fields, field => Assert.False(MayRun().IsMatch(field) && !NegativeNumber().IsMatch(field), field));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Other_text_is_written_as_it_is(string file)
    {
        Assert.All(
            new[] { "Gewone buurt", "a=b", "5-10", "'s-Gravenhage", "#N/B", "-5", "-5,25", "-5.25", "1.234,5" },
            text => Assert.Contains(text, Fields(Write(file, text))));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_line_break_in_a_text_starts_no_row(string file)
    {
        Assert.All(new[] { "buurt\n=1+1", "buurt\r=1+1", "buurt\r\n=1+1" }, text => Assert.Contains(text, Fields(Write(file, text))));
    }

    [Fact]
    public void Text_within_a_cell_of_json_starts_no_cell()
    {
        Assert.All(Nested.Values, write => Assert.DoesNotContain(Fields(write("=1+1")), field => MayRun().IsMatch(field) && !NegativeNumber().IsMatch(field)));
        Assert.All(Nested.Values, write => Assert.Contains(Fields(write("=1+1")), field => field.Contains("\"=1+1\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_number_is_written_as_a_number_with_a_decimal_comma()
    {
        using var csv = new SpreadsheetCsv();
        csv.WriteNumber(-1234.5m);
        csv.WriteNumber(0m);
        csv.WriteNumber(null);
        csv.EndRow();

        Assert.Equal("\uFEFF-1234,5;0;\r\n", Encoding.UTF8.GetString(csv.ToArray()));
    }

    private static byte[] Write(string file, string text) =>
        (Lists.GetValueOrDefault(file) ?? Others.GetValueOrDefault(file) ?? Reports[file])(text);

    private static Func<string, byte[]> List<T>(JsonTypeInfo<T> type) => text => ListCsv.Write([Filled<T>(text)], type);

    private static T Filled<T>(string text) => (T)ResourceFiller.Create(typeof(T), text);

    private static byte[] Report(string text)
    {
        var log = new ProblemLog(limit: 1);
        log.Add(Filled<RowProblem>(text));
        log.Add(Filled<RowProblem>(text));
        using var report = ProblemReport.Write(log);
        return report.ToArray();
    }

    private static List<string> Fields(byte[] file)
    {
        using var parser = new CsvParser(new StringReader(Encoding.UTF8.GetString(file)[1..]),
            new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";" });
        var fields = new List<string>();
        while (parser.Read())
        {
            fields.AddRange(parser.Record!);
        }

        return fields;
    }

    [GeneratedRegex(@"^-[0-9]+([.,][0-9]+)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NegativeNumber();

    [GeneratedRegex("^[\\s\"]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]", RegexOptions.None, 1000)]
    private static partial Regex MayRun();
}
