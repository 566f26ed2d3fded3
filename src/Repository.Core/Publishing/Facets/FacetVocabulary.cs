using System.Collections.Immutable;
using Repository.Core.Editors;
using Repository.Core.Schema;

namespace Repository.Core.Publishing.Facets;

/// <summary>
/// Where the values of a facet come from: the places its pickers start at, as the schema has them. So a vocabulary is known whole, with the
/// values that nobody has picked yet.
/// </summary>
internal static class FacetVocabulary
{
    public static ImmutableArray<PickerScope> ScopesOf(Facet facet, ContentSchema schema) =>
    [
        .. (from type in schema.Types
            where type.Kind == ContentTypeKind.Document
            from alias in facet.Properties
            let scope = type.Property(alias) is { } property ? PickerScope.Of(property.DataType) : null
            where scope is not null
            select scope.Value).Distinct(),
    ];

    /// <summary>Every value that items of a view could have.</summary>
    public static IEnumerable<FacetTerm> TermsOf(Facet facet, TreeView view) =>
        from scope in ScopesOf(facet, view.Snapshot.Schema)
        from ordinal in view.Descendants(scope.Start).Page(0, view.Count)
        where scope.Offers(view[ordinal].Type)
        select FacetTerm.Of(view[ordinal], view.Snapshot, view.Culture);
}
