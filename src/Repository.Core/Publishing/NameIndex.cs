using Repository.Core.Text;

namespace Repository.Core.Publishing;

/// <summary>The words of all names of a view, without case and accents.</summary>
internal sealed class NameIndex
{
    private readonly int _size;
    private readonly Dictionary<string, List<int>> _byWord = new(StringComparer.Ordinal);

    public NameIndex(TreeView view)
    {
        _size = view.Count;
        for (var ordinal = 0; ordinal < _size; ordinal++)
        {
            foreach (var word in Words.Of(view.CultureOf(ordinal).Name).Distinct()) Add(word, ordinal);
        }
    }

    public ItemSet Find(string text)
    {
        ItemSet? found = null;
        foreach (var word in Words.Of(text))
        {
            var having = ItemSet.Of(_size, _byWord.GetValueOrDefault(word, []));
            found = found is null ? having : found.And(having);
        }

        return found ?? ItemSet.None(_size);
    }

    private void Add(string word, int ordinal)
    {
        if (!_byWord.TryGetValue(word, out var ordinals)) _byWord[word] = ordinals = [];
        ordinals.Add(ordinal);
    }
}
