using System.Collections.Frozen;
using System.Xml;

namespace Repository.Web.Media.Texts;

/// <summary>Where the words stand in an XML vocabulary of documents, by the local names of its elements.</summary>
internal sealed record TextMarkup
{
    /// <summary>Deeper than any document, and shallow enough for memory.</summary>
    private const int Deepest = 512;

    /// <summary>The elements whose own text counts; null: all of them.</summary>
    public FrozenSet<string>? Texts { get; init; }

    /// <summary>Elements that begin and end a line.</summary>
    public required FrozenSet<string> Lines { get; init; }

    /// <summary>Elements that stand for a blank or part two words.</summary>
    public required FrozenSet<string> Blanks { get; init; }

    /// <summary>What was deleted, what is a remark to other writers, what says the same once more.</summary>
    public required FrozenSet<string> LeftOut { get; init; }

    public void Read(XmlReader reader, GatheredText into, CancellationToken cancellation)
    {
        var isText = Texts is null;
        while (!into.IsFull && Next(reader, cancellation))
        {
            var isEnd = reader.NodeType == XmlNodeType.EndElement;
            if (isEnd || reader.NodeType == XmlNodeType.Element)
            {
                if (!isEnd && LeftOut.Contains(reader.LocalName)) Skip(reader, cancellation);
                if (Lines.Contains(reader.LocalName)) into.NewLine();
                if (Blanks.Contains(reader.LocalName)) into.Blank();
                if (Texts?.Contains(reader.LocalName) == true) isText = !isEnd && !reader.IsEmptyElement;
            }
            else if (isText && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                into.Add(reader.Value);
            }
        }
    }

    /// <summary>To the end of the element the reader stands at.</summary>
    private static void Skip(XmlReader reader, CancellationToken cancellation)
    {
        if (reader.IsEmptyElement) return;
        for (var depth = reader.Depth; Next(reader, cancellation) && reader.Depth > depth;)
        {
        }
    }

    private static bool Next(XmlReader reader, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return reader.Read() && (reader.Depth <= Deepest ? true : throw new InvalidDataException("Its elements stand too deep in each other."));
    }
}
