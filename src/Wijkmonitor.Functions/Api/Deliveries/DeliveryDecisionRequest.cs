namespace Wijkmonitor.Functions.Api.Deliveries;

/// <summary>A decision about a delivery, as it is asked for.</summary>
public sealed record DeliveryDecisionRequest
{
    /// <summary>The longest name of a role.</summary>
    public const int MaxRoleLength = 200;

    /// <summary>The longest reason.</summary>
    public const int MaxReasonLength = 2000;

    /// <summary>The role that decides; a role, no name of a person. Null for the role that the caller signed in with.</summary>
    public string? ByRole { get; init; }

    /// <summary>Reason; may be left out.</summary>
    public string? Reason { get; init; }
}
