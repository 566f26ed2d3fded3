using System.Collections.Immutable;
using Repository.Core.Workflow;

namespace Repository.Web.Desk.Reviewing;

/// <summary>What waits for review where one may review, oldest first.</summary>
internal sealed record QueueModel(ImmutableArray<QueueRow> Rows, ImmutableArray<QueueFilter> Filters)
{
    public bool IsNarrowed => Filters.Any(filter => filter.Chosen.Length > 0);
}

internal sealed record QueueRow(DeskItem Item, Review Review, string By, string Section, string SectionName, string Language);

/// <summary>What the list can be narrowed by: a field of the form and its values.</summary>
internal sealed record QueueFilter(string Name, string Chosen, ImmutableArray<(string Value, string Name)> Values);
