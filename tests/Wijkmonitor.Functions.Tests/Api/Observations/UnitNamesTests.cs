using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Functions.Tests.Api.Observations;

public sealed class UnitNamesTests
{
    [Fact]
    public void Every_unit_of_the_catalogue_has_a_name() =>
        Assert.All(Stores.Config.Catalogue.All.Select(indicator => indicator.Unit).Distinct(), unit =>
            Assert.True(Vocabulary.Shared.Units.ContainsKey(unit), unit));

    [Fact]
    public void A_unit_without_a_name_is_called_as_it_is_written() => Assert.Equal("m2", Vocabulary.Shared.GetUnit("m2").Nl);
}
