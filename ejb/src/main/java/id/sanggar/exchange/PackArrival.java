package id.sanggar.exchange;

import id.sanggar.assessment.QuestionDefinition;
import id.sanggar.assessment.QuizDefinition;
import id.sanggar.authoring.CourseContent;
import id.sanggar.course.NewCourseVersion;
import id.sanggar.course.NewCourseVersion.NewActivity;
import id.sanggar.course.NewCourseVersion.NewMedia;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import id.sanggar.shared.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A course pack on its way to be a new course, or to be the draft of one there is. */
final class PackArrival {

    private static final String MANIFEST = "course.yaml";

    private final Destination to;
    private final Problems problems;
    private final List<Message> comes = new ArrayList<>();
    private final List<ImportPlan.Change> changes = new ArrayList<>();

    private PackArrival(Destination to, Problems problems) {
        this.to = to;
        this.problems = problems;
    }

    static Arrival read(String file, byte[] bytes, Destination to, Problems problems) {
        var files = PackZip.read(file, bytes, PackZip.Limits.OF_PACK, problems).orElse(null);
        if (files == null) {
            return Arrival.refused(problems);
        }
        var manifests = files.keySet().stream().filter(path -> FileName.last(path).equals(MANIFEST)
                && path.indexOf('/') == path.lastIndexOf('/')).toList();
        if (manifests.size() != 1) {
            problems.add(file, 0, "exchange.no-manifest");
            return Arrival.refused(problems);
        }
        var directory = manifests.get(0).substring(0, manifests.get(0).length() - MANIFEST.length());
        files.keySet().stream().filter(path -> !path.startsWith(directory))
                .forEach(path -> problems.add(path, 0, "exchange.not-named"));
        var contents = ContentFiles.of(files);
        var manifest = YamlEntry.mapping(manifests.get(0), contents.text(manifests.get(0), new Problems()),
                new Problems());
        var around = new CoursePackReader.Surroundings(Set.of(), to.templates());
        return CoursePackReader.read(contents, directory, around, manifest.optional("slug").orElse(""), problems)
                .filter(pack -> problems.isEmpty())
                .map(pack -> new PackArrival(to, problems).arrive(pack, files))
                .orElseGet(() -> Arrival.refused(problems));
    }

    private Arrival arrive(CoursePack pack, SortedMap<String, byte[]> files) {
        var content = adopted(pack.content());
        var course = content.course();
        var known = new HashMap<String, NewMedia>();
        if (to.draft() != null) {
            to.draft().course().media().forEach(file -> known.put(file.name(), file));
        }
        var kept = new ArrayList<NewMedia>();
        var fresh = new ArrayList<NewMedia>();
        for (var file : course.media()) {
            var there = known.get(file.name());
            if (there != null && there.isStored() && there.sha256().equals(Sha256.of(file.bytes()))) {
                kept.add(there);
            } else {
                fresh.add(file);
            }
        }
        for (var sheet : pack.sheets()) {
            try {
                kept.add(SheetPrinter.print(sheet));
            } catch (RuntimeException unprintable) {
                // Whoever writes XHTML finds many ways that a printer does not know.
                problems.add(sheet.path(), 0, "exchange.sheet-unprintable");
            }
        }
        if (!problems.isEmpty()) {
            return Arrival.refused(problems);
        }
        if (to.draft() == null) {
            list(content);
        } else {
            compare(to.draft(), content, fresh);
        }
        return new Arrival(new CourseContent(course.with(kept), content.questions(), content.quizzes()), List.of(),
                fresh, new ImportPlan(counts(content, files), comes, changes, List.of(), problems.hints()));
    }

    /** A course keeps its name and its owner, whatever the pack was called where it comes from. */
    private CourseContent adopted(CourseContent content) {
        var course = content.course();
        var there = to.draft() == null ? null : to.draft().course();
        var slug = there == null ? course.slug() : there.slug();
        var code = there == null ? course.code() : there.code();
        keeps(course.organisation(), to.organisation());
        keeps(course.slug(), slug);
        keeps(course.code(), code);
        return new CourseContent(new NewCourseVersion(slug, code, to.organisation(), course.language(),
                course.audience(), course.title(), course.summary(), course.outcomes(), course.topics(), course.level(),
                course.hours(), course.passMark(), course.certificateTemplate(), course.sections(), course.media(),
                course.contentHash()), content.questions(), content.quizzes());
    }

    private void keeps(String said, String kept) {
        if (!said.equals(kept)) {
            problems.hint(MANIFEST, 0, "exchange.keeps", said, kept);
        }
    }

    private static List<Message> counts(CourseContent content, SortedMap<String, byte[]> files) {
        var byKind = activities(content).values().stream()
                .collect(Collectors.groupingBy(NewActivity::kind, Collectors.counting()));
        var counts = new ArrayList<Message>();
        byKind.forEach((kind, number) -> counts.add(new Message(switch (kind) {
            case LESSON -> "exchange.count-lessons";
            case QUIZ -> "exchange.count-quizzes";
            case SHEET -> "exchange.count-sheets";
        }, String.valueOf(number))));
        counts.add(new Message("exchange.count-questions", String.valueOf(content.questions().size())));
        var media = files.keySet().stream().filter(path -> path.contains("media/")).count();
        if (media > 0) {
            counts.add(new Message("exchange.count-files", String.valueOf(media)));
        }
        return counts;
    }

    private static Map<String, NewActivity> activities(CourseContent content) {
        return content.course().sections().stream().flatMap(section -> section.activities().stream())
                .collect(Collectors.toMap(NewActivity::slug, Function.identity(), (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static Message comes(NewActivity activity) {
        return new Message(switch (activity.kind()) {
            case LESSON -> "exchange.comes-lesson";
            case QUIZ -> "exchange.comes-quiz";
            case SHEET -> "exchange.comes-sheet";
        }, activity.title().id());
    }

    private void list(CourseContent content) {
        for (var section : content.course().sections()) {
            comes.add(new Message("exchange.comes-section", section.title().id()));
            section.activities().forEach(activity -> comes.add(comes(activity)));
        }
    }

    private void compare(CourseContent was, CourseContent is, List<NewMedia> fresh) {
        settings(was.course(), is.course());
        var old = activities(was);
        var quizzes = was.quizzes().stream().collect(Collectors.toMap(QuizDefinition::activitySlug, quiz -> quiz));
        activities(is).forEach((slug, activity) -> {
            var before = old.remove(slug);
            if (before == null) {
                comes.add(comes(activity));
            } else {
                var rules = is.quizzes().stream().filter(quiz -> quiz.activitySlug().equals(slug)).findFirst();
                compare(before, activity, !Objects.equals(quizzes.get(slug), rules.orElse(null)));
            }
        });
        old.values().forEach(gone -> changes.add(change("exchange.changed-gone", gone.title().id(), "")));
        var order = new ArrayList<>(activities(was).keySet());
        var next = new ArrayList<>(activities(is).keySet());
        order.retainAll(next);
        next.retainAll(order);
        if (!order.equals(next)) {
            changes.add(change("exchange.changed-order", "", ""));
        }
        questions(was.questions(), is.questions());
        var names = was.course().media().stream().map(NewMedia::name).collect(Collectors.toSet());
        fresh.forEach(file -> {
            if (names.contains(file.name())) {
                changes.add(change("exchange.changed-file", "", "", file.name()));
            } else {
                comes.add(new Message("exchange.comes-file", file.name()));
            }
        });
    }

    private void settings(NewCourseVersion was, NewCourseVersion is) {
        text("exchange.changed-title", was.title(), is.title());
        text("exchange.changed-summary", was.summary(), is.summary());
        setting("level", was.level(), is.level());
        setting("hours", was.hours(), is.hours());
        setting("pass-mark", was.passMark(), is.passMark());
        setting("audience", was.audience(), is.audience());
        setting("language", was.language(), is.language());
        setting("certificate", was.certificateTemplate(), is.certificateTemplate());
        setting("outcomes", was.outcomes().stream().map(LocalizedText::id).toList(),
                is.outcomes().stream().map(LocalizedText::id).toList());
        setting("topics", was.topics().stream().map(topic -> topic.title().id()).toList(),
                is.topics().stream().map(topic -> topic.title().id()).toList());
        setting("sections", was.sections().stream().map(section -> section.title().id()).toList(),
                is.sections().stream().map(section -> section.title().id()).toList());
    }

    private void text(String sentence, LocalizedText was, LocalizedText is) {
        if (!was.equals(is)) {
            changes.add(change(sentence, was.id().equals(is.id()) ? was.en() : was.id(),
                    was.id().equals(is.id()) ? is.en() : is.id()));
        }
    }

    private void setting(String name, Object was, Object is) {
        if (!Objects.equals(was, is)) {
            changes.add(change("exchange.changed-" + name, said(was), said(is)));
        }
    }

    private static String said(Object value) {
        return value == null ? "–" : value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining("; ")) : value.toString();
    }

    private void compare(NewActivity was, NewActivity is, boolean rules) {
        if (!was.title().equals(is.title())) {
            changes.add(change("exchange.changed-activity", was.title().id(), is.title().id(), is.slug()));
        }
        if (!Objects.equals(was.body(), is.body())) {
            var at = firstDifference(lines(was), lines(is));
            changes.add(change("exchange.changed-text", line(was, at), line(is, at), is.title().id()));
        }
        if (rules) {
            changes.add(change("exchange.changed-quiz", "", "", is.title().id()));
        }
        if (was.minutes() != is.minutes() || was.completion() != is.completion() || !was.topics().equals(is.topics())
                || !was.outcomes().equals(is.outcomes()) || !was.requires().equals(is.requires())
                || !Objects.equals(was.opensOn(), is.opensOn())) {
            changes.add(change("exchange.changed-settings", "", "", is.title().id()));
        }
    }

    private static List<String> lines(NewActivity activity) {
        return activity.body() == null ? List.of() : activity.body().lines().filter(line -> !line.isBlank()).toList();
    }

    private static int firstDifference(List<String> was, List<String> is) {
        var at = 0;
        while (at < Math.min(was.size(), is.size()) && was.get(at).equals(is.get(at))) {
            at++;
        }
        return at;
    }

    private static String line(NewActivity activity, int at) {
        var lines = lines(activity);
        return at < lines.size() ? lines.get(at) : "";
    }

    private void questions(List<QuestionDefinition> was, List<QuestionDefinition> is) {
        var old = was.stream().collect(Collectors.toMap(QuestionDefinition::slug, question -> question));
        for (var question : is) {
            var before = old.get(question.slug());
            if (before == null) {
                comes.add(new Message("exchange.comes-question", question.title()));
            } else if (!before.in(question.state()).equals(question)) {
                changes.add(change("exchange.changed-question", before.body().prompt(), question.body().prompt(),
                        question.slug()));
            }
        }
    }

    private static ImportPlan.Change change(String sentence, String from, String to, Object... arguments) {
        return new ImportPlan.Change(new Message(sentence, arguments), from == null ? "" : from, to);
    }
}
