using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Indicators.Tests.Catalogue;

public sealed class SchemaTests
{
    [Fact]
    public void The_schema_of_the_catalogue_is_committed() =>
        ConfigurationSchema.MustBeCommitted("indicators.schema.json", ConfigurationSchema.Create(CatalogueJson.Default.CatalogueFile, "Indicator catalogue"));

    [Fact]
    public void The_schema_of_a_dataset_is_committed() =>
        ConfigurationSchema.MustBeCommitted("dataset.schema.json", ConfigurationSchema.Create(DatasetJson.Default.DatasetDefinition, "Definition of a dataset"));

    public static TheoryData<string> Kinds => [.. ScorecardKinds.Names];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_schema_of_the_rules_of_a_kind_is_committed(string kind) => ConfigurationSchema.MustBeCommitted(
        $"{kind}-rules.schema.json", ConfigurationSchema.Create(ScorecardKinds.GetRulesType(kind), $"Rules of the kind '{kind}'"));

    [Fact]
    public void The_schema_of_a_contract_is_committed() => ConfigurationSchema.MustBeCommitted(
        "social-mortgage-contract.schema.json",
        ConfigurationSchema.Create(SocialMortgageJson.Default.SocialMortgageContract, "Contract of a social mortgage"));
}
