using Wijkmonitor.Functions.Storage.Deliveries;

namespace Wijkmonitor.Functions.Tests.Storage.Deliveries;

public sealed class DeliveryTransitionsTests
{
    [Theory]
    [InlineData(DeliveryState.Pending, DeliveryState.Storing)]
    [InlineData(DeliveryState.Refused, DeliveryState.Confirmed)]
    [InlineData(DeliveryState.Withdrawn, DeliveryState.Served)]
    [InlineData(DeliveryState.Checking, DeliveryState.Served)]
    [InlineData(DeliveryState.Storing, DeliveryState.Withdrawing)]
    public void A_delivery_cannot_skip_a_step(DeliveryState from, DeliveryState to) =>
        Assert.Throws<InvalidOperationException>(() => (Stores.Delivered("kwb-00000000000000000001") with { State = from }).WithState(to));

    [Fact]
    public void Every_state_is_reachable_and_leads_to_a_final_state()
    {
        var states = Enum.GetValues<DeliveryState>();
        HashSet<DeliveryState> reached = [DeliveryState.Checking];
        while (states.FirstOrDefault(to => !reached.Contains(to) && reached.Any(from => DeliveryTransitions.IsAllowed(from, to)),
            DeliveryState.Checking) is var next && reached.Add(next))
        {
        }

        Assert.Equal(states, reached.Order());
        Assert.Equal([DeliveryState.Refused, DeliveryState.Withdrawn], states.Where(from => !states.Any(to => DeliveryTransitions.IsAllowed(from, to))));
    }
}
