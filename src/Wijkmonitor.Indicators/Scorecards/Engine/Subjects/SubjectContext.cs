using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.Engine.Subjects;

/// <summary>A subject and what was delivered of it, while its scorecards are computed.</summary>
/// <param name="municipality">Its municipality.</param>
/// <param name="index">The subjects of the municipality.</param>
/// <param name="subject">The subject.</param>
internal sealed class SubjectContext(MunicipalityContext municipality, SubjectIndex index, Subject subject)
{
    /// <summary>Its municipality.</summary>
    public MunicipalityContext Municipality => municipality;

    /// <summary>The subject.</summary>
    public Subject Subject => subject;

    /// <summary>Gets its records in a dataset, by date and then by reference.</summary>
    public IEnumerable<AreaRecord> GetRecords(string dataset) => index.GetRecords(dataset, subject.Code);

    /// <summary>Gets or creates something that is computed once for all its scorecards.</summary>
    public T GetOrCreate<T>(Func<T> create)
        where T : class => index.GetOrCreate(subject, create);
}
