using Repository.Testing;
using Repository.Web.Media.Renditions;
using Repository.Web.Media.Renditions.Keeping;

namespace Repository.Web.Tests.Media.Renditions;

public sealed class RenditionCacheTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SetClock _clock = new();

    [Fact]
    public void what_was_not_asked_for_longest_leaves_first()
    {
        var cache = Cache(capacity: 1000);
        cache.Read();
        foreach (var letter in "abcdefghij") Keep(cache, letter, 100);
        Assert.NotNull(cache.Find(Key('a')));

        Keep(cache, 'k', 100);

        Assert.NotNull(cache.Find(Key('a')));
        Assert.NotNull(cache.Find(Key('k')));
        Assert.Null(cache.Find(Key('b')));
        Assert.Null(cache.Find(Key('c')));
        Assert.NotNull(cache.Find(Key('d')));
        Assert.Equal(900, Directory.EnumerateFiles(_folder.Path, "*.png", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length));
    }

    [Fact]
    public void the_last_one_stays_even_where_it_is_too_large()
    {
        var cache = Cache(capacity: 10);
        cache.Read();
        Keep(cache, 'a', 100);

        Keep(cache, 'b', 100);

        Assert.Null(cache.Find(Key('a')));
        Assert.NotNull(cache.Find(Key('b')));
    }

    [Fact]
    public void the_order_of_use_outlives_the_program()
    {
        var cache = Cache(capacity: 1000);
        foreach (var letter in "abc") Keep(cache, letter, 100);
        _clock.Now += TimeSpan.FromHours(2);
        cache.Find(Key('a'));

        var later = Cache(capacity: 250);
        later.Read();

        Assert.NotNull(later.Find(Key('a')));
        Assert.NotNull(later.Find(Key('c')));
        Assert.Null(later.Find(Key('b')));
    }

    [Fact]
    public void before_the_folder_was_read_what_lies_there_is_found_all_the_same()
    {
        Keep(Cache(capacity: 1000), 'a', 100);

        Assert.Equal(KeptFormat.Of(ImageFormat.Png), Cache(capacity: 1000).Find(Key('a'))?.Format);
    }

    [Fact]
    public void what_a_killed_program_left_is_cleared_away_at_the_next_start_and_never_served()
    {
        var left = Path.Combine(_folder.Path, "unfinished", "killed-1");
        Directory.CreateDirectory(left);
        File.WriteAllText(Path.Combine(left, "out.png"), "half");
        File.WriteAllText(Path.Combine(_folder.Path, "unfinished", "killed"), "");
        Keep(Cache(capacity: 1000), 'a', 0);
        var working = Cache(capacity: 1000);
        var fresh = working.NewFolder();

        var later = Cache(capacity: 1000);
        later.Read();

        Assert.False(Directory.Exists(left));
        Assert.True(Directory.Exists(fresh));
        Assert.Null(later.Find(Key('a')));
        GC.KeepAlive(working);
    }

    [Fact]
    public void work_without_a_sign_of_who_does_it_is_given_an_hour()
    {
        var left = Path.Combine(_folder.Path, "unfinished", "0123");
        Directory.CreateDirectory(left);
        Directory.SetLastWriteTimeUtc(left, _clock.Now.UtcDateTime);

        Cache(capacity: 1000).Read();
        Assert.True(Directory.Exists(left));
        _clock.Now += TimeSpan.FromHours(2);
        Cache(capacity: 1000).Read();

        Assert.False(Directory.Exists(left));
    }

    [Fact]
    public void what_someone_deleted_is_known_when_it_is_opened()
    {
        var cache = Cache(capacity: 1000);
        cache.Read();
        var rendition = Keep(cache, 'a', 100);
        Directory.Delete(_folder.Path, recursive: true);

        using var opened = rendition.Open();
        cache.Forget(rendition);

        Assert.Null(opened);
        Assert.Null(cache.Find(Key('a')));
        Directory.CreateDirectory(_folder.Path);
    }

    [Fact]
    public void memory_keeps_what_is_used_and_no_more_than_two_generations()
    {
        var memory = new RenditionMemory(generation: 300);
        var cache = Cache(capacity: 10_000);
        var renditions = "abcdefgh".Select(letter => Keep(cache, letter, 100)).ToList();

        foreach (var rendition in renditions)
        {
            memory.Keep(rendition, new byte[100]);
            Assert.NotNull(memory.Find(renditions[0]));
        }

        Assert.Null(memory.Find(renditions[1]));
        Assert.InRange(renditions.Count(rendition => memory.Find(rendition) is not null), 2, 6);
    }

    public void Dispose() => _folder.Dispose();

    private static string Key(char letter) => new(letter, 64);

    private RenditionCache Cache(long capacity) => new(_folder.Path, capacity, _clock);

    private Rendition Keep(RenditionCache cache, char letter, int length)
    {
        _clock.Now += TimeSpan.FromSeconds(1);
        var file = Path.Combine(cache.NewFolder(), "finished");
        File.WriteAllBytes(file, new byte[length]);
        return cache.Keep(Key(letter), KeptFormat.Of(ImageFormat.Png), file);
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch.AddYears(60);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
