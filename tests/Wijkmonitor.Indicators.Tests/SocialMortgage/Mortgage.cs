using System.Text;
using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Statements;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Indicators.Tests.Observations;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.SocialMortgage;

/// <summary>The sample contract of Dolphia, changed as a test needs, and what is computed from it.</summary>
internal static class Mortgage
{
    public const string Area = "CU0153-dolphia";
    public const string City = "GM0153";

    public static IndicatorCatalogue Catalogue { get; } = IndicatorCatalogueTests.Shipped();

    public static JsonObject Json() =>
        JsonNode.Parse(File.ReadAllText(RepositoryFolder.File("samples", "inbox", "contracts", "dolphia.json")))!.AsObject();

    public static ContractReadResult Read(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return SocialMortgageContract.Read(stream);
    }

    /// <summary>The sample contract after a change; it must still be a contract.</summary>
    public static SocialMortgageContract Contract(Action<JsonObject>? change = null)
    {
        var json = Json();
        change?.Invoke(json);
        var reading = Read(json.ToJsonString());
        Assert.True(reading.IsRead, string.Join('\n', reading.Problems.Select(p => $"{p.Field}: {p.Message.En}")));
        Assert.Empty(reading.Contract.Validate(Catalogue));
        return reading.Contract;
    }

    /// <summary>The sample contract with one of its indicators only, after a change of it.</summary>
    public static SocialMortgageContract Only(string code, Action<JsonObject>? change = null) => Contract(json =>
    {
        var indicator = Indicator(json, code).DeepClone().AsObject();
        change?.Invoke(indicator);
        json["indicators"] = new JsonArray(indicator);
    });

    /// <summary>One indicator of a contract's JSON.</summary>
    public static JsonObject Indicator(JsonObject contract, string code) =>
        contract["indicators"]!.AsArray().Single(i => (string?)i!["code"] == code)!.AsObject();

    public static IReadOnlyList<Scorecard> Compute(SocialMortgageContract contract, Observed observed, params IReadOnlyCollection<LedgerEntry> entries) =>
        SocialMortgageStatements.Compute(contract, Catalogue, observed.Set, entries);

    /// <summary>The line of the only indicator of a contract, for values of area and city in the first year.</summary>
    public static ScorecardLine Line(SocialMortgageContract contract, decimal value, decimal city)
    {
        var code = contract.Indicators[0].Code;
        return Line(Compute(contract, new Observed().Value(Area, 2017, code, value).Value(City, 2017, code, city))[0], code);
    }

    public static ScorecardLine Line(Scorecard statement, string code) => statement.Lines.Single(l => l.Code == code);

    public static decimal? Total(Scorecard statement, string code) => statement.Totals.Single(t => t.Code == code).Value;

    public static LedgerEntry Activity(string reference, int year, string kind, decimal? count, string? confirmedBy = "wijkregisseur", string contract = "dolphia") =>
        new(contract, LedgerChannel.Activities, reference, new DateOnly(year, 6, 1), kind, count, Amount: null, confirmedBy, new SourceLine("activities", 4));

    public static LedgerEntry Operation(string reference, int year, decimal? amount) =>
        new("dolphia", LedgerChannel.Operation, reference, new DateOnly(year, 6, 1), "verhuur", Count: null, amount, ConfirmedBy: null, new SourceLine("operation", 3));
}
