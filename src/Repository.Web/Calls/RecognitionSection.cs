using Repository.Core.Calls;
using Repository.Core.Publishing;
using Repository.Web.Seed;

namespace Repository.Web.Calls;

/// <summary>Where recognitions stand; before there is one, where the seed put the section for them.</summary>
internal static class RecognitionSection
{
    /// <summary>Null where the site has none.</summary>
    public static Guid? In(TreeView view)
    {
        var first = view.OfType(Recognition.ContentType).Page(0, 1).Select(ordinal => view[ordinal].ParentKey).FirstOrDefault();
        return first ?? (view.Snapshot.Find(SeedKeys.Section("recognitions")) is { } section ? section.Key : null);
    }
}
