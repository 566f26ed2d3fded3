using FsCheck;
using FsCheck.Fluent;
using Repository.Search.Analysis;
using Repository.Search.Collecting;
using Repository.Search.Indexing;
using Repository.Search.Queries;
using Repository.Search.Saving;

namespace Repository.Search.Tests;

public sealed class SearchIndexTests : IDisposable
{
    private const int Keys = 300;
    private readonly string _folder = Directory.CreateTempSubdirectory("index").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void it_finds_what_looking_at_every_document_finds_however_it_was_written() => Prop.ForAll(Batches().ToArbitrary(), Written.Query(2).ArrayOf(12).ToArbitrary(), (batches, queries) =>
    {
        var (index, model) = Write(batches);

        return queries.All(query => Found(index.Searcher, query).Order(StringComparer.Ordinal).SequenceEqual(model.Find(query).Order(StringComparer.Ordinal)));
    }).Check(Quick(60));

    [Fact]
    public void merging_everything_changes_neither_matches_nor_order() => Prop.ForAll(Batches().ToArbitrary(), Written.Query(2).ArrayOf(8).ToArbitrary(), (batches, queries) =>
    {
        var (index, model) = Write(batches);

        var merged = index.MergeAll();

        return queries.All(query => Found(merged, query).SequenceEqual(model.Find(query)));
    }).Check(Quick(40));

    [Fact]
    public void the_best_hits_are_the_first_of_all_hits_in_order() => Prop.ForAll(Batches().ToArbitrary(), Written.Query(3).ArrayOf(8).ToArbitrary(), (batches, queries) =>
    {
        var searcher = Write(batches).Index.MergeAll();

        return queries.All(query =>
        {
            // Asked for everything, nothing may be left unscored: this is the way without any short cut.
            var all = searcher.Search(query, Keys);
            var first = searcher.Search(query, 5);
            return first.Total == all.Total && first.Hits.SequenceEqual(all.Hits.Take(5));
        });
    }).Check(Quick(60));

    [Fact]
    public void saved_and_loaded_it_answers_the_same() => Prop.ForAll(Batches().ToArbitrary(), Written.Query(2).ArrayOf(8).ToArbitrary(), (batches, queries) =>
    {
        var saved = Write(batches).Index.Searcher;
        var folder = new IndexFolder(_folder);
        folder.Save(saved, "17");

        var loaded = new IndexFolder(_folder).Load(Model.Schema)!.Value;

        return loaded.Mark == "17" && queries.All(query => loaded.Index.Searcher.Search(query, 20).Hits.SequenceEqual(saved.Search(query, 20).Hits));
    }).Check(Quick(20));

    [Fact]
    public void facets_count_every_match_once() => Prop.ForAll(Batches().ToArbitrary(), Written.Query(1).ToArbitrary(), (batches, query) =>
    {
        var (index, model) = Write(batches);
        var found = model.Find(query).ToHashSet();

        var counted = FacetCounts.Top(index.Searcher.Search(query, 0, allMatches: true).Matches!, "tag", 100);

        var expected = batches.SelectMany(batch => batch.Put).GroupBy(document => document.Key).Select(versions => versions.Last())
            .Where(document => found.Contains(document.Key))
            .CountBy(document => document.Values.First(value => value.Field == "tag").Value)
            .OrderByDescending(tag => tag.Value).ThenBy(tag => System.Text.Encoding.UTF8.GetBytes(tag.Key), Comparer<byte[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other)));
        return counted.Select(value => (value.Value, value.Count)).SequenceEqual(expected.Select(tag => (tag.Key, tag.Value)));
    }).Check(Quick(40));

    [Fact]
    public void a_range_of_thousands_of_terms_finds_what_looking_at_each_term_finds() => Prop.ForAll(Gen.Two(Gen.Choose(0, 5000)).ArrayOf(20).ToArbitrary(), ranges =>
    {
        var index = new SearchIndex(Model.Schema);
        for (var batch = 0; batch < 2; batch++)
        {
            index.Apply(Enumerable.Range(batch * 2500, 2500).Select(number => Indexed($"{number:D4}", $"w{number:D4} w{number * 7 % 5000:D4}")), []);
        }

        index.Apply([], ["0000"]);
        return ranges.All(range =>
        {
            var (lower, upper) = ($"w{Math.Min(range.Item1, range.Item2):D4}", $"w{Math.Max(range.Item1, range.Item2):D4}");
            bool IsBetween(int number) => string.CompareOrdinal($"w{number:D4}", lower) >= 0 && string.CompareOrdinal($"w{number:D4}", upper) < 0;
            var expected = Enumerable.Range(1, 4999).Where(number => IsBetween(number) || IsBetween(number * 7 % 5000)).Select(number => $"{number:D4}");
            return Found(index.Searcher, new TermRangeQuery("text", lower, upper, true, false)).Order(StringComparer.Ordinal).SequenceEqual(expected);
        });
    }).Check(Quick(20));

    [Fact]
    public void words_that_are_left_out_at_the_end_of_a_value_count_before_the_next_one()
    {
        var schema = new IndexSchema(SpanishAnalyzer.Instance, new FieldDefinition("text", FieldKind.Text, SpanishAnalyzer.Instance));
        var searcher = new SearchIndex(schema).Apply([Indexed("uno", "agua de la").Add("text", "bosque")], []);

        int Found(int distance) => searcher.Search(new PhraseQuery("text", ["agua", "bosqu"], [0, distance], 0), 1).Total;

        // The end of the first value is behind "de la"; from there it is a hundred, and one step to the word.
        Assert.Equal([103], Enumerable.Range(1, 200).Where(distance => Found(distance) == 1));
    }

    [Fact]
    public void a_searcher_goes_on_seeing_what_it_saw()
    {
        var index = new SearchIndex(Model.Schema);
        var before = index.Apply([Indexed("uno", "agua")], []);

        index.Apply([Indexed("dos", "agua")], ["uno"]);

        Assert.Equal(["uno"], Found(before, new TermQuery("text", "agua")));
        Assert.Equal(["dos"], Found(index.Searcher, new TermQuery("text", "agua")));
    }

    [Fact]
    public async Task readers_beside_a_writer_always_see_one_whole_batch()
    {
        var index = new SearchIndex(Model.Schema);
        index.Apply(Batch(0), []);
        var writer = Task.Run(() =>
        {
            for (var round = 1; round <= 300; round++) index.Apply(Batch(round), []);
        }, TestContext.Current.CancellationToken);

        var seen = new HashSet<int>();
        while (!writer.IsCompleted)
        {
            var searcher = index.Searcher;
            var rounds = searcher.Search(new MatchAllQuery(), 100).Hits.Select(hit => searcher.KeyOf(hit.Document)).ToList();
            var words = Enumerable.Range(0, 301).Where(round => searcher.Search(new TermQuery("text", $"r{round}"), 1).Total > 0).ToList();
            Assert.Equal(20, rounds.Count);
            seen.Add(Assert.Single(words));
        }

        await writer;
        await index.SettleAsync();
        Assert.Equal(20, index.Searcher.Search(new TermQuery("text", "r300"), 1).Total);
        Assert.NotEmpty(seen);

        static IEnumerable<Search.Indexing.IndexDocument> Batch(int round) => Enumerable.Range(0, 20).Select(i => Indexed($"d{i}", $"agua r{round}"));
    }

    [Fact]
    public void a_damaged_file_is_refused_whatever_byte_is_hit()
    {
        var index = new SearchIndex(Model.Schema);
        index.Apply(Enumerable.Range(0, 200).Select(i => Indexed($"d{i}", $"agua tequio {i}")), []);
        new IndexFolder(_folder).Save(index.Searcher, "1");
        var random = new Random(3);

        foreach (var file in Directory.GetFiles(_folder))
        {
            var whole = File.ReadAllBytes(file);
            for (var i = 0; i < 60; i++)
            {
                var damaged = (byte[])whole.Clone();
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
                File.WriteAllBytes(file, damaged);
                Assert.Throws<InvalidDataException>(() => new IndexFolder(_folder).Load(Model.Schema));
                File.WriteAllBytes(file, whole[..random.Next(whole.Length)]);
                Assert.Throws<InvalidDataException>(() => new IndexFolder(_folder).Load(Model.Schema));
            }

            File.WriteAllBytes(file, whole);
        }

        Assert.NotNull(new IndexFolder(_folder).Load(Model.Schema));
    }

    [Fact]
    public void of_two_that_save_into_one_folder_neither_takes_the_others_segments_for_its_own()
    {
        var (one, other) = (new SearchIndex(Model.Schema), new SearchIndex(Model.Schema));
        one.Apply(Enumerable.Range(0, 200).Select(i => Indexed($"d{i}", "agua")), []);
        one.Apply([], ["d7"]);
        other.Apply([Indexed("d1", "tequio")], []);
        var (folder, others) = (new IndexFolder(_folder), new IndexFolder(_folder));

        folder.Save(one.Searcher, "1");
        others.Save(other.Searcher, "2");
        folder.Save(one.Searcher, "3");

        Assert.Throws<InvalidDataException>(() => new IndexFolder(_folder).Load(Model.Schema));
    }

    [Fact]
    public void saving_again_writes_only_what_is_new()
    {
        var index = new SearchIndex(Model.Schema);
        var folder = new IndexFolder(_folder);
        folder.Save(index.Apply([Indexed("uno", "agua")], []), "1");
        var first = Directory.GetFiles(_folder, "*.segment").Single();
        var written = File.GetLastWriteTimeUtc(first);

        folder.Save(index.Apply([Indexed("dos", "agua")], []), "2");

        Assert.Equal(2, Directory.GetFiles(_folder, "*.segment").Length);
        Assert.Equal(written, File.GetLastWriteTimeUtc(first));
    }

    private static Search.Indexing.IndexDocument Indexed(string key, string text) => new Search.Indexing.IndexDocument(key).Add("text", text);

    private static List<string> Found(IndexSearcher searcher, Query query) =>
        [.. searcher.Search(query, 0, allMatches: true).Matches!.Documents().Select(searcher.KeyOf)];

    private static (SearchIndex Index, Model Model) Write(IReadOnlyList<Batch> batches)
    {
        var (index, model) = (new SearchIndex(Model.Schema), new Model());
        foreach (var (put, removed) in batches)
        {
            var gone = removed.Except(put.Select(document => document.Key)).ToList();
            index.Apply(put, gone);
            foreach (var key in gone) model.Remove(key);
            foreach (var document in put.GroupBy(document => document.Key).Select(versions => versions.Last())) model.Remove(document.Key);
            foreach (var document in LastVersions(put)) model.Put(document);
        }

        Task.Run(index.SettleAsync).GetAwaiter().GetResult();
        return (index, model);
    }

    /// <summary>Of several versions in one batch the last counts, and stands where it stood.</summary>
    private static IEnumerable<Search.Indexing.IndexDocument> LastVersions(IReadOnlyList<Search.Indexing.IndexDocument> put) =>
        put.Where((document, i) => put.Skip(i + 1).All(later => later.Key != document.Key));

    private static Gen<List<Batch>> Batches() =>
        (from documents in Written.Document(Keys).ArrayOf().Resize(60)
         from gone in Gen.Choose(0, Keys - 1).Select(key => $"d{key}").ArrayOf().Resize(20)
         select new Batch(documents, gone)).ListOf(12).Select(batches => batches.ToList());

    private static Config Quick(int tests) => Config.QuickThrowOnFailure.WithMaxTest(tests);

    private sealed record Batch(IReadOnlyList<Search.Indexing.IndexDocument> Put, IReadOnlyList<string> Gone);
}
