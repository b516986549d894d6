using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Indicators.Tests.Catalogue;

public sealed class SchemaTests
{
    [Fact]
    public void The_schema_of_the_catalogue_is_committed() =>
        ConfigurationSchema.MustBeCommitted("indicators.schema.json", ConfigurationSchema.Of(CatalogueJson.Default.CatalogueFile, "Indicator catalogue"));

    [Fact]
    public void The_schema_of_a_dataset_is_committed() =>
        ConfigurationSchema.MustBeCommitted("dataset.schema.json", ConfigurationSchema.Of(DatasetJson.Default.DatasetDefinition, "Definition of a dataset"));

    [Fact]
    public void The_schema_of_the_rules_of_the_compass_is_committed() =>
        ConfigurationSchema.MustBeCommitted("compass-rules.schema.json", ConfigurationSchema.Of(RulesJson.Default.CompassRules, "Rules of the neighbourhood compass"));

    [Fact]
    public void The_schema_of_the_rules_of_liveability_is_committed() =>
        ConfigurationSchema.MustBeCommitted("liveability-rules.schema.json", ConfigurationSchema.Of(RulesJson.Default.LiveabilityRules, "Rules of liveability"));

    [Fact]
    public void The_schema_of_the_rules_of_crisis_tiles_is_committed() =>
        ConfigurationSchema.MustBeCommitted("crisis-tiles-rules.schema.json", ConfigurationSchema.Of(RulesJson.Default.CrisisTilesRules, "Rules of the crisis tiles"));

    [Fact]
    public void The_schema_of_the_rules_of_function_is_committed() =>
        ConfigurationSchema.MustBeCommitted("function-rules.schema.json", ConfigurationSchema.Of(RulesJson.Default.FunctionRules, "Rules of the functions of areas"));

    [Fact]
    public void The_schema_of_the_rules_of_load_capacity_is_committed() =>
        ConfigurationSchema.MustBeCommitted("load-capacity-rules.schema.json", ConfigurationSchema.Of(RulesJson.Default.LoadCapacityRules, "Rules of load and capacity"));

    [Fact]
    public void The_schema_of_the_rules_of_perception_is_committed() =>
        ConfigurationSchema.MustBeCommitted("perception-rules.schema.json", ConfigurationSchema.Of(RulesJson.Default.PerceptionRules, "Rules of objective against subjective"));

    [Fact]
    public void The_schema_of_the_rules_of_stayers_movers_is_committed() =>
        ConfigurationSchema.MustBeCommitted("stayers-movers-rules.schema.json", ConfigurationSchema.Of(RulesJson.Default.StayersMoversRules, "Rules of stayers and movers"));

    [Fact]
    public void The_schema_of_the_rules_of_vulnerability_is_committed() =>
        ConfigurationSchema.MustBeCommitted("vulnerability-rules.schema.json", ConfigurationSchema.Of(RulesJson.Default.VulnerabilityRules, "Rules of the vulnerability ratio"));

    [Fact]
    public void The_schema_of_the_rules_of_the_four_angle_monitor_is_committed() =>
        ConfigurationSchema.MustBeCommitted("four-angle-rules.schema.json", ConfigurationSchema.Of(RulesJson.Default.FourAngleRules, "Rules of the four-angle monitor"));

    [Fact]
    public void The_schema_of_a_contract_is_committed() => ConfigurationSchema.MustBeCommitted(
        "social-mortgage-contract.schema.json",
        ConfigurationSchema.Of(SocialMortgageJson.Default.SocialMortgageContract, "Contract of a social mortgage"));
}
