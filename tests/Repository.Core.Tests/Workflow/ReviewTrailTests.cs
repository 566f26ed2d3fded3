using Repository.Core.Workflow;

namespace Repository.Core.Tests.Workflow;

public sealed class ReviewTrailTests
{
    private static readonly string[] Cultures = ["es-MX", "en"];

    [Theory]
    [InlineData(ReviewState.Draft, ReviewStep.Submit, ReviewState.InReview)]
    [InlineData(ReviewState.ChangesRequested, ReviewStep.Submit, ReviewState.InReview)]
    [InlineData(ReviewState.InReview, ReviewStep.RequestChanges, ReviewState.ChangesRequested)]
    [InlineData(ReviewState.Approved, ReviewStep.RequestChanges, ReviewState.ChangesRequested)]
    [InlineData(ReviewState.InReview, ReviewStep.Approve, ReviewState.Approved)]
    [InlineData(ReviewState.InReview, ReviewStep.ReturnToDraft, ReviewState.Draft)]
    [InlineData(ReviewState.Approved, ReviewStep.Publish, ReviewState.Published)]
    [InlineData(ReviewState.Published, ReviewStep.Withdraw, ReviewState.Withdrawn)]
    [InlineData(ReviewState.Approved, ReviewStep.Revise, ReviewState.Draft)]
    [InlineData(ReviewState.InReview, ReviewStep.Revise, ReviewState.Draft)]
    [InlineData(ReviewState.Published, ReviewStep.Revise, ReviewState.Draft)]
    [InlineData(ReviewState.ChangesRequested, ReviewStep.Revise, ReviewState.ChangesRequested)]
    public void a_step_leads_on(ReviewState from, ReviewStep step, ReviewState to) => Assert.Equal(to, ReviewRules.Next(from, step));

    [Theory]
    [InlineData(ReviewState.Draft)]
    [InlineData(ReviewState.InReview)]
    [InlineData(ReviewState.ChangesRequested)]
    [InlineData(ReviewState.Withdrawn)]
    public void only_what_is_approved_is_published(ReviewState from) => Assert.Null(ReviewRules.Next(from, ReviewStep.Publish));

    [Theory]
    [InlineData(ReviewState.InReview, ReviewStep.Submit)]
    [InlineData(ReviewState.Published, ReviewStep.Submit)]
    [InlineData(ReviewState.Published, ReviewStep.Approve)]
    [InlineData(ReviewState.Draft, ReviewStep.RequestChanges)]
    [InlineData(ReviewState.Published, ReviewStep.ReturnToDraft)]
    public void what_makes_no_sense_is_refused(ReviewState from, ReviewStep step) => Assert.Null(ReviewRules.Next(from, step));

    [Fact]
    public void whatever_is_public_can_be_taken_away() =>
        Assert.All(Enum.GetValues<ReviewState>(), state => Assert.Equal(ReviewState.Withdrawn, ReviewRules.Next(state, ReviewStep.Withdraw)));

    [Fact]
    public void a_newer_revision_is_not_approved_by_an_older_ones_approval()
    {
        var trail = Trail((4, ReviewState.Approved), (5, ReviewState.Draft));

        Assert.Null(trail.Approved("es-MX"));
        Assert.True(trail.IsApproved("es-MX", 4));
        Assert.False(trail.IsApproved("es-MX", 5));
        Assert.False(trail.IsApproved("en", 4));
    }

    [Fact]
    public void publishing_an_older_revision_leaves_the_draft_where_it_was()
    {
        var trail = Trail((4, ReviewState.Approved), (5, ReviewState.InReview), (4, ReviewState.Published));

        Assert.Equal(ReviewState.InReview, trail.State("es-MX"));
        Assert.Equal(ReviewState.Published, trail.State("es-MX", 4));
    }

    [Fact]
    public void what_was_withdrawn_needs_another_approval()
    {
        var trail = Trail((4, ReviewState.Approved), (4, ReviewState.Published), (4, ReviewState.Withdrawn));

        Assert.Null(trail.Next(ReviewStep.Publish, "es-MX", 4));
        Assert.Equal(ReviewState.Approved, trail.Next(ReviewStep.Approve, "es-MX", 4));
    }

    /// <summary>Whatever is done in whatever order: a revision is public only while the last thing said of it was that it is fit.</summary>
    [Fact]
    public void no_sequence_of_steps_publishes_what_is_not_approved()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var walk = new Walk(new Random(seed));

            for (var step = 0; step < 60; step++) walk.Step();

            Assert.True(walk.PublishedCount + walk.RefusedCount > 0);
        }
    }

    private static ReviewTrail Trail(params (int Revision, ReviewState State)[] decisions) =>
        decisions.Aggregate(ReviewTrail.Empty, (trail, decision) => trail.With(new Review(Guid.Empty, "es-MX", decision.Revision, decision.State, DateTimeOffset.UnixEpoch, "ana")));

    /// <summary>Steps at random through the rules, and beside them, kept in the plainest way, what was approved by whom.</summary>
    private sealed class Walk(Random random)
    {
        private readonly HashSet<(string Culture, int Revision)> _approved = [];
        private ReviewTrail _trail = ReviewTrail.Empty;
        private int _draft = 1;

        public int PublishedCount { get; private set; }

        public int RefusedCount { get; private set; }

        public void Step()
        {
            var culture = Cultures[random.Next(Cultures.Length)];
            var step = Enum.GetValues<ReviewStep>()[random.Next(Enum.GetValues<ReviewStep>().Length)];

            // A schedule may name any revision there ever was.
            var revision = step is ReviewStep.Publish or ReviewStep.Withdraw ? random.Next(1, _draft + 1) : step == ReviewStep.Revise ? ++_draft : _trail.Concerned(step, culture, _draft);
            var next = _trail.Next(step, culture, revision);
            if (step == ReviewStep.Publish) Judge(culture, revision, next);
            if (next is not { } state) return;
            _trail = _trail.With(new Review(Guid.Empty, culture, revision, state, DateTimeOffset.UnixEpoch, "ana"));
            if (step == ReviewStep.Approve) _approved.Add((culture, revision));
            else if (step != ReviewStep.Publish) _approved.Remove((culture, revision));
        }

        private void Judge(string culture, int revision, ReviewState? next)
        {
            Assert.Equal(_approved.Contains((culture, revision)), next is not null);
            Assert.Equal(_approved.Contains((culture, revision)), _trail.IsApproved(culture, revision));
            if (next is null) RefusedCount++;
            else PublishedCount++;
        }
    }
}
