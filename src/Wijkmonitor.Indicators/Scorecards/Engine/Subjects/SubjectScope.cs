namespace Wijkmonitor.Indicators.Scorecards.Engine.Subjects;

/// <summary>Extent of a subject.</summary>
public enum SubjectScope
{
    /// <summary>A neighbourhood, district or other area.</summary>
    Area,

    /// <summary>A project within an area.</summary>
    Project,

    /// <summary>A complex: a custom area of a corporation.</summary>
    Complex,

    /// <summary>A municipality.</summary>
    Municipality,

    /// <summary>Several municipalities; it is kept with the one that leads it.</summary>
    Region,
}
