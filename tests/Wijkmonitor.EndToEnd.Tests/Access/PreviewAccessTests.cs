using System.Net.Http.Json;
using Wijkmonitor.Functions.Api.Deliveries;
using Wijkmonitor.Functions.Ingest.Previews;

namespace Wijkmonitor.EndToEnd.Tests.Access;

public sealed class PreviewAccessTests(GuardedMonitor fixture) : IClassFixture<GuardedMonitor>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_preview_gives_euros_and_scorecards_only_to_those_who_may_see_them()
    {
        var delivery = (await fixture.Monitor.DeliveriesAsync()).Single(stored => stored is { Dataset: "area-indicators", File: "dolphia-2017.csv" });
        var both = AccessTests.Principal(["Wijkmonitor.DataTeam", "Wijkmonitor.Partner"], GuardedMonitor.TeamGroup, GuardedMonitor.PartyGroup);

        var (team, party) = (await PreviewAsync(delivery.Id, AccessTests.Callers["team"]), await PreviewAsync(delivery.Id, both));

        Assert.Equal((0, 1), (team.Statements.Count, team.OtherContracts));
        Assert.Equal((true, 0), (party.Statements.Count > 0, party.OtherContracts));
        Assert.Equal((party.Figures, party.Scorecards), (team.Figures, team.Scorecards));
        Assert.True(team.ScorecardChanges.Count < party.ScorecardChanges.Count);
        Assert.Equal(team.ScorecardChanges.Count + team.Omitted, party.ScorecardChanges.Count + party.Omitted);
    }

    private async Task<DecisionPreview> PreviewAsync(string delivery, string? principal)
    {
        using var answer = await AccessTests.SendAsync(fixture, $"GET /api/v1/deliveries/{delivery}/preview", principal);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync(DeliveriesJson.Default.DecisionPreview, Token))!;
    }
}
