using Wijkmonitor.Functions.Security;
using Wijkmonitor.Indicators.Access;

namespace Wijkmonitor.Functions.Tests.Security;

/// <summary>Deliveries of datasets for callers of each role.</summary>
public sealed class VisibilityPolicyTests
{
    private const string Dataset = "area-indicators";
    private static readonly Caller Partner = new(IsKnown: true, Roles.Partner, Scope.None);
    private static readonly Caller DataTeam = new(IsKnown: true, Roles.DataTeam, Scope.None with { Datasets = new HashSet<string> { Dataset } });
    private static readonly Caller OtherTeam = DataTeam with { Scope = Scope.None with { Datasets = new HashSet<string> { "ses-woa" } } };
    private static readonly Caller Administrator = new(IsKnown: true, Roles.Admin, Scope.None);

    [Fact]
    public void Deliveries_of_a_public_dataset_are_for_everybody() =>
        Assert.All([Caller.Anonymous, Partner, DataTeam, OtherTeam, Administrator], caller => Assert.True(CanSee(caller, DatasetVisibility.Public)));

    [Fact]
    public void Deliveries_for_partners_are_for_partners_of_any_area_and_the_data_team()
    {
        Assert.All([Partner, DataTeam, Administrator], caller => Assert.True(CanSee(caller, DatasetVisibility.Partners)));
        Assert.All([Caller.Anonymous, OtherTeam], caller => Assert.False(CanSee(caller, DatasetVisibility.Partners)));
    }

    [Fact]
    public void Deliveries_for_the_owner_are_for_the_data_team_and_the_administrator()
    {
        Assert.All([DataTeam, Administrator], caller => Assert.True(CanSee(caller, DatasetVisibility.Owner)));
        Assert.All([Caller.Anonymous, Partner, OtherTeam], caller => Assert.False(CanSee(caller, DatasetVisibility.Owner)));
    }

    private static bool CanSee(Caller caller, DatasetVisibility visibility) =>
        VisibilityPolicy.CanSeeDeliveries(caller, Stores.Config.Datasets.Find(Dataset)! with { Visibility = visibility });
}
