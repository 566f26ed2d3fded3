using Repository.Core.Calls;
using Repository.Core.Forms.Entries;

namespace Repository.Core.Tests.Calls;

public sealed class ApplicationStatesTests
{
    private static readonly CallDates Call = CallDates.UntilEndOf(new DateOnly(2022, 7, 31), CallZone.Find(CallZone.Usual)!);
    private static readonly DateTimeOffset InTime = new(2022, 7, 31, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Late = new(2022, 8, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void an_application_is_sent_in_time_or_not_at_all()
    {
        Assert.Null(ApplicationStates.Refusal(ApplicationStates.Draft, ApplicationStates.Sent, Actor.Applicant, InTime, Call));
        Assert.Contains("ya fuera de plazo", ApplicationStates.Refusal(ApplicationStates.Draft, ApplicationStates.Sent, Actor.Applicant, Late, Call), StringComparison.Ordinal);
    }

    [Fact]
    public void whoever_was_asked_for_more_has_a_time_of_their_own()
    {
        var until = Late.AddDays(3);

        Assert.Null(ApplicationStates.Refusal(ApplicationStates.Prevented, ApplicationStates.Sent, Actor.Applicant, Late, Call, until));
        Assert.StartsWith("El plazo para completar", ApplicationStates.Refusal(ApplicationStates.Prevented, ApplicationStates.Sent, Actor.Applicant, until, Call, until), StringComparison.Ordinal);
    }

    [Fact]
    public void applicants_cannot_take_the_steps_of_those_who_called()
    {
        foreach (var from in ApplicationStates.All)
        {
            var own = ApplicationStates.Next(from, Actor.Applicant);

            Assert.All(own, next => Assert.True(next == ApplicationStates.Sent || next == ApplicationStates.Withdrawn));
        }
    }

    [Fact]
    public void what_is_decided_stays_decided()
    {
        EntryState[] final = [ApplicationStates.Recognised, ApplicationStates.NotRecognised, ApplicationStates.Withdrawn];

        Assert.All(final, state => Assert.Empty(ApplicationStates.Next(state, Actor.Applicant).Concat(ApplicationStates.Next(state, Actor.Convener))));
        Assert.Equal(
            "Una postulación «retirada» no puede pasar a «reconocida».",
            ApplicationStates.Refusal(ApplicationStates.Withdrawn, ApplicationStates.Recognised, Actor.Convener, InTime, Call));
    }

    [Fact]
    public void every_state_can_be_reached_from_a_draft()
    {
        var reached = new HashSet<EntryState> { ApplicationStates.Draft };
        while (reached.SelectMany(state => ApplicationStates.Next(state, Actor.Applicant).Concat(ApplicationStates.Next(state, Actor.Convener))).ToList() is var next && next.Any(reached.Add))
        {
        }

        Assert.Equal(ApplicationStates.All.Length, reached.Count);
    }
}
