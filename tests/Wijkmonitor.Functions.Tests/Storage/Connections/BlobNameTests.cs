using Wijkmonitor.Functions.Storage.Connections;

namespace Wijkmonitor.Functions.Tests.Storage.Connections;

public sealed class BlobNameTests
{
    [Theory]
    [InlineData("areas/file.csv")]
    [InlineData("areas//double.csv")]
    [InlineData("areas/trailing/")]
    [InlineData("areas/.hidden")]
    [InlineData("areas/Súdwest-Fryslân 日本 🏘 100%.csv")]
    public void A_name_that_leads_to_its_blob_is_addressable(string name) => Assert.True(BlobNames.IsAddressable(name));

    [Theory]
    [InlineData("")]
    [InlineData("areas/..\\..\\x.csv")]
    [InlineData("areas/a/../b.csv")]
    [InlineData("areas/./b.csv")]
    [InlineData("..")]
    [InlineData("areas/dot.")]
    [InlineData("areas/dots.../x.csv")]
    [InlineData("areas/\uFFFF.csv")]
    [InlineData("areas/\uFFFE.csv")]
    [InlineData("areas/\uFDD0.csv")]
    [InlineData("areas/\U0001FFFF.csv")]
    [InlineData("areas/\uFFFD.csv")]
    [InlineData("areas/\u0001.csv")]
    [InlineData("areas/\u0085.csv")]
    [InlineData("areas/tab\t.csv")]
    public void A_name_that_leads_elsewhere_or_cannot_be_listed_is_not_addressable(string name) => Assert.False(BlobNames.IsAddressable(name));

    [Fact]
    public void Half_a_surrogate_pair_and_a_name_without_end_are_not_addressable()
    {
        Assert.False(BlobNames.IsAddressable("areas/" + '\uD800' + ".csv"));
        Assert.False(BlobNames.IsAddressable(new string('x', 1025)));
        Assert.False(BlobNames.IsAddressable(string.Join('/', Enumerable.Repeat("x", 300))));
    }
}
