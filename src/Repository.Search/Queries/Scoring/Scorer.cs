using Repository.Search.Indexing;

namespace Repository.Search.Queries.Scoring;

/// <summary>
/// Walks the matching documents of one segment in order. It can be asked one document at a time, or for a whole window of them; it only moves forward, and
/// what is asked of it may change from one window to the next. After a window the current document lies behind it, or is not to be used.
/// </summary>
internal abstract class Scorer
{
    public const int NoMoreDocuments = PostingsCursor.NoMoreDocuments;

    /// <summary>The current document: -1 before the first, <see cref="NoMoreDocuments"/> after the last.</summary>
    public abstract int Document { get; }

    /// <summary>No document before this one is left to be walked; it need not match itself.</summary>
    public virtual int Ahead => Document;

    /// <summary>About how many documents there are to walk.</summary>
    public abstract long Cost { get; }

    /// <summary>No document scores more.</summary>
    public abstract float MaxScore { get; }

    public abstract int Next();

    /// <summary>The first document not before the target, which must lie behind the current one.</summary>
    public abstract int Advance(int target);

    /// <summary>The score of the current document.</summary>
    public abstract float Score();

    /// <summary>Adds the scores of all documents in the window, and marks them. What can only score up to <paramref name="enough"/> needs no more than a mark.</summary>
    public virtual void AddTo(ScoreWindow window, double enough)
    {
        for (var document = MoveTo(window.From); document < window.End; document = Next()) window.Add(document, Score());
    }

    /// <summary>Marks all documents in the window.</summary>
    public virtual void MarkIn(ScoreWindow window)
    {
        for (var document = MoveTo(window.From); document < window.End; document = Next()) window.Mark(document);
    }

    /// <summary>Marks all documents in the window, and adds the scores of those the other window has marked.</summary>
    public virtual void AddAmong(ScoreWindow wanted, ScoreWindow window)
    {
        for (var document = MoveTo(window.From); document < window.End; document = Next())
        {
            if (wanted.Has(document)) window.Add(document, Score());
            else window.Mark(document);
        }
    }

    /// <summary>The first document not before the one given; stays where it is if that is it.</summary>
    public int MoveTo(int document) => Document >= document ? Document : Advance(document);
}
