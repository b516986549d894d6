using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Observations;

/// <summary>State of a value. Only <see cref="Known"/> comes with a number.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ObservedState>))]
public enum ObservedState
{
    /// <summary>The number is known.</summary>
    [JsonStringEnumMemberName("known")]
    Known,

    /// <summary>Nobody knows it, or it is too unreliable to publish.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,

    /// <summary>It is withheld because it could be traced to persons.</summary>
    [JsonStringEnumMemberName("suppressed")]
    Suppressed,

    /// <summary>It cannot occur for this area.</summary>
    [JsonStringEnumMemberName("not-applicable")]
    NotApplicable,
}

/// <summary>A value as observed: a number, or the reason why there is none. There is no number that stands for "missing".</summary>
public readonly record struct ObservedValue
{
    private readonly decimal number;

    private ObservedValue(ObservedState state, decimal number)
    {
        State = state;
        this.number = number;
    }

    /// <summary>Nobody knows the value.</summary>
    public static ObservedValue Unknown { get; } = new(ObservedState.Unknown, 0);

    /// <summary>The value is withheld.</summary>
    public static ObservedValue Suppressed { get; } = new(ObservedState.Suppressed, 0);

    /// <summary>The value cannot occur.</summary>
    public static ObservedValue NotApplicable { get; } = new(ObservedState.NotApplicable, 0);

    /// <summary>State of the value.</summary>
    public ObservedState State { get; }

    /// <summary>The number in the indicator's unit; null unless the value is known.</summary>
    public decimal? Number => State == ObservedState.Known ? number : null;

    /// <summary>Creates a known number in the indicator's unit.</summary>
    public static ObservedValue Known(decimal number) => new(ObservedState.Known, number);

    /// <summary>Creates the value without a number that has this state.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The state is Known, which needs a number.</exception>
    public static ObservedValue FromState(ObservedState state) => state switch
    {
        ObservedState.Unknown => Unknown,
        ObservedState.Suppressed => Suppressed,
        ObservedState.NotApplicable => NotApplicable,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A known value needs its number."),
    };
}
