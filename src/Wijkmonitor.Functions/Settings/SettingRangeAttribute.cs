using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Wijkmonitor.Functions.Settings;

/// <summary>Limit on a whole number; the message names the setting as an administrator writes it, and its value.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SettingRangeAttribute(string section, long min, long max = long.MaxValue) : ValidationAttribute
{
    /// <summary>Gets the message for a value that is out of range, or that is no whole number.</summary>
    public string DescribeProblem(string? property, object? value) =>
        $"{section}__{property} is {value}; it must be {min}{(max == long.MaxValue ? " or more" : $" to {max}")}.";

    /// <inheritdoc/>
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        Convert.ToInt64(value, CultureInfo.InvariantCulture) is var number && number >= min && number <= max
            ? ValidationResult.Success
            : new ValidationResult(DescribeProblem(validationContext.MemberName, value));
}
