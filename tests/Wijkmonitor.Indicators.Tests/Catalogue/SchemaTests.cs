using Wijkmonitor.Indicators.Json;
using Wijkmonitor.Indicators.Scorecards.Compass;
using Wijkmonitor.Indicators.Scorecards.FourAngle;
using Wijkmonitor.Indicators.Scorecards.SocialMortgage;

namespace Wijkmonitor.Indicators.Tests.Catalogue;

public sealed class SchemaTests
{
    [Fact]
    public void The_schema_of_the_catalogue_is_committed() =>
        ConfigurationSchema.MustBeCommitted("indicators.schema.json", ConfigurationSchema.Of(ConfigurationJson.Default.CatalogueFile, "Indicator catalogue"));

    [Fact]
    public void The_schema_of_a_dataset_is_committed() =>
        ConfigurationSchema.MustBeCommitted("dataset.schema.json", ConfigurationSchema.Of(ConfigurationJson.Default.DatasetDefinition, "Definition of a dataset"));

    [Fact]
    public void The_schema_of_the_rules_of_the_compass_is_committed() =>
        ConfigurationSchema.MustBeCommitted("compass-rules.schema.json", ConfigurationSchema.Of(CompassJson.Default.CompassRules, "Rules of the neighbourhood compass"));

    [Fact]
    public void The_schema_of_the_rules_of_the_four_angle_monitor_is_committed() =>
        ConfigurationSchema.MustBeCommitted("four-angle-rules.schema.json", ConfigurationSchema.Of(FourAngleJson.Default.FourAngleRules, "Rules of the four-angle monitor"));

    [Fact]
    public void The_schema_of_a_contract_is_committed() => ConfigurationSchema.MustBeCommitted(
        "social-mortgage-contract.schema.json",
        ConfigurationSchema.Of(SocialMortgageJson.Default.SocialMortgageContract, "Contract of a social mortgage"));
}
