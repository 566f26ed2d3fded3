using System.Collections.Immutable;
using Repository.Core.Calls;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Web.Live;

namespace Repository.Web.Calls;

/// <summary>The published calls, as those who judge and those who apply go by them. Read anew of each state of the content.</summary>
internal sealed class CallBook(LiveContent live)
{
    /// <summary>The newest closing first.</summary>
    public ImmutableArray<Call> All => In(live.Current);

    public Call? Find(Guid key) => All.FirstOrDefault(call => call.Key == key);

    public Call? Of(Application application) => CallChoice.Of(All, application);

    public static ImmutableArray<Call> In(PublishedSnapshot snapshot)
    {
        var view = snapshot.View(ItemKind.Document, snapshot.Schema.DefaultLanguage.Tag);
        return view.Kept.Get("", view, static view => new Book([.. Read(view)])).Calls;
    }

    private static IEnumerable<Call> Read(TreeView view)
    {
        var items = view.OfType(Call.ContentType);
        return items.Page(0, items.Count).Select(ordinal => Call.Of(view[ordinal], view.Snapshot)).OrderByDescending(call => call.Dates?.Closing ?? DateTimeOffset.MinValue);
    }

    private sealed record Book(ImmutableArray<Call> Calls);
}
