using Wijkmonitor.Indicators.Scorecards.Kinds.Compass.Rules;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Compass;

/// <summary>The gap and the band of a judged line, step by step.</summary>
internal static class CompassSteps
{
    private const decimal Percent = 100;

    /// <summary>Creates the steps, or null where the line was not judged.</summary>
    public static IReadOnlyList<CalculationStep>? Create(Judgement judgement, CompassBand? band, CityReferences city)
    {
        if (judgement.NotJudgedReason != NotJudgedReason.None || band is null)
        {
            return null;
        }

        var reference = new Operand(
            judgement.City.Value!.Value, judgement.City.Derived is null ? judgement.City.Own!.Key : city.GetDerivedKey(judgement.Indicator, judgement.Period));
        var calculation = new Calculation(CompassLabels.Steps, judgement.City.BandSteps ??= CreateBandSteps(judgement.City, band, reference));
        calculation.SubtractFromReference("gap", judgement.Indicator, new Operand(judgement.Own!.Value.Number!.Value, judgement.Own.Key), reference);
        return calculation.Steps;
    }

    private static IReadOnlyList<CalculationStep> CreateBandSteps(CityReference city, CompassBand band, Operand reference)
    {
        var calculation = new Calculation(CompassLabels.Steps);
        var width = new Operand(band.Width, "rules");
        if (band.Kind == CompassBandKind.Relative)
        {
            var share = calculation.Multiply("share-of-city", calculation.Abs("city-without-sign", reference), width);
            calculation.Divide("band", share, Operand.FromConstant(Percent));
        }
        else if (band.Kind == CompassBandKind.StandardDeviations)
        {
            calculation.Multiply("band", width, new Operand(city.Deviation!.Value, "deviation"));
        }

        return calculation.Steps;
    }
}
