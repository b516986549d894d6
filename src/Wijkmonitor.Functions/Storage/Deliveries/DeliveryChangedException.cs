namespace Wijkmonitor.Functions.Storage.Deliveries;

/// <summary>A delivery was changed by another since it was read. What was to be done with it must be considered again.</summary>
public sealed class DeliveryChangedException : Exception
{
    /// <summary>Creates the exception for a delivery.</summary>
    public DeliveryChangedException(string delivery, Exception inner)
        : base($"Delivery {delivery} was changed by another since it was read.", inner)
    {
    }

    /// <summary>A message without a delivery.</summary>
    public DeliveryChangedException(string message)
        : base(message)
    {
    }

    /// <summary>No message.</summary>
    public DeliveryChangedException()
    {
    }
}
