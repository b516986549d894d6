using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Wijkmonitor.Functions.Api.OpenApi;

namespace Wijkmonitor.Functions.Tests.Api;

/// <summary>The wording of the contract: what an operation does by a verb, what a field holds by a noun phrase.</summary>
public sealed partial class ContractTextTests
{
    private static readonly JsonNode Document = JsonNode.Parse(OpenApiDocument.Current.Json)!;

    [Fact]
    public void Summaries_of_operations_begin_with_a_verb()
    {
        var summaries = Document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(operation => (string?)operation.Value!["summary"]).ToList();

        Assert.True(summaries.Count > 30);
        Assert.All(summaries, summary => Assert.Matches(Verb(), summary));
    }

    [Fact]
    public void Descriptions_begin_with_a_noun_phrase()
    {
        var descriptions = FindDescriptions(Document).ToList();

        Assert.True(descriptions.Count > 500);
        Assert.DoesNotContain(descriptions, description => Question().IsMatch(description));
    }

    [Theory]
    [InlineData("How many rows there are.", true)]
    [InlineData("Of this dataset only.", true)]
    [InlineData("Number of rows.", false)]
    [InlineData("Whether it counts.", false)]
    public void A_description_that_begins_as_a_question_is_found(string description, bool isFound) => Assert.Equal(isFound, Question().IsMatch(description));

    private static IEnumerable<string> FindDescriptions(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member is { Key: "description", Value: JsonValue text } ? [(string)text!]
            : FindDescriptions(member.Value)),
        JsonArray items => items.SelectMany(FindDescriptions),
        _ => [],
    };

    [GeneratedRegex(@"^(?:Checks|Computes|Confirms|Drops|Explains|Finds|Gets|Lists|Previews|Projects|Settles|Withdraws)\b", RegexOptions.None, 1000)]
    private static partial Regex Verb();

    [GeneratedRegex(@"^(?:What|Who|Whom|Whose|Whoever|Where|How|When|Of|That|Which)\b", RegexOptions.None, 1000)]
    private static partial Regex Question();
}
