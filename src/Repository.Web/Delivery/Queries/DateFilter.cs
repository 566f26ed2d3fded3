using System.Globalization;
using Repository.Core.Publishing;

namespace Repository.Web.Delivery.Queries;

/// <summary>A system date against an instant. A value that is no date has no effect, as in Umbraco; one without an offset is UTC.</summary>
internal sealed class DateFilter(string name, Func<PublishedItem, PublishedCulture, DateTimeOffset> date) : IContentFilter
{
    public string Name => name;

    public ItemSet? Apply(FilterText filter, TreeView view, ItemSet items)
    {
        if (!DateTimeOffset.TryParse(filter.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)) return items;
        return items.And(view.Where((item, culture) => filter.Holds(date(item, culture).CompareTo(instant))));
    }
}
