using System.Collections.Immutable;
using System.Globalization;
using Repository.Core.Forms.Results;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Pages.Surveys;

/// <summary>How results are narrowed by an address: a region, and whole periods from one month until another. What nobody can mean is not asked.</summary>
internal sealed record ResultsFilter(ResultFilter Filter, ImmutableArray<(string Key, string Name)> Regions, ImmutableArray<DateOnly> Starts, ImmutableArray<DateOnly> Ends)
{
    public const string Region = "region";
    public const string From = "desde";
    public const string Until = "hasta";

    private const string Month = "yyyy-MM";

    public bool IsNarrow => Filter != new ResultFilter();

    public static ResultsFilter Read(IQueryCollection query, PublishedResults published, SiteReader reader)
    {
        ImmutableArray<(string, string)> regions =
        [
            .. Municipalities.Of(reader).All.Where(municipality => municipality.RegionKey is not null).Select(municipality => (municipality.RegionKey!, municipality.Region ?? municipality.RegionKey!))
                .DistinctBy(region => region.Item1).OrderBy(region => region.Item2, StringComparer.CurrentCulture),
        ];
        ImmutableArray<DateOnly> starts = [.. published.Groups.Select(group => group.From).Distinct().Order()];
        ImmutableArray<DateOnly> ends = [.. published.Groups.Select(group => group.Until).Distinct().Order()];
        var region = query[Region].LastOrDefault();
        var filter = new ResultFilter(
            regions.Any(known => known.Item1 == region) ? region : null,
            starts.FirstOrNull(start => Written(start) == query[From].LastOrDefault()),
            ends.FirstOrNull(end => Written(end) == query[Until].LastOrDefault()));
        return new ResultsFilter(filter, regions, starts, ends);
    }

    public static string Written(DateOnly day) => day.ToString(Month, CultureInfo.InvariantCulture);

    public static string Told(DateOnly day) => day.ToString("Y", CultureInfo.CurrentCulture);
}

file static class Firsts
{
    extension(ImmutableArray<DateOnly> days)
    {
        public DateOnly? FirstOrNull(Func<DateOnly, bool> condition) => days.Where(condition).Cast<DateOnly?>().FirstOrDefault();
    }
}
