package org.warmplan.certify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.warmplan.problem.Assignment;
import org.warmplan.problem.Certificate;
import org.warmplan.problem.Certificate.Method;
import org.warmplan.problem.GpuClass;
import org.warmplan.problem.GpuSpec;
import org.warmplan.problem.Problem;
import org.warmplan.problem.Solution.Status;
import org.warmplan.problem.WorkloadSpec;

/** Whether a solution is written as the file format wants it, a sentence for everything that is not. */
final class Form {
    private final Set<String> workloads;
    private final List<String> mistakes = new ArrayList<>();

    private Form(Set<String> workloads) {
        this.workloads = workloads;
    }

    private static Form of(Problem problem) {
        return new Form(problem.workloads().stream().map(WorkloadSpec::id).collect(Collectors.toSet()));
    }

    /** What is wrong with the ids and the order of an assignment's lists. */
    static List<String> mistakes(Problem problem, Assignment assignment) {
        Form form = of(problem);
        Set<String> gpus = problem.gpus().stream().map(GpuSpec::id).collect(Collectors.toSet());
        assignment.byGpu().forEach((gpu, replicas) -> {
            if (!gpus.contains(gpu)) {
                form.say("The assignment names the gpu %s, which the problem does not have.".formatted(gpu));
            }
            replicas.stream()
                    .filter(w -> !form.workloads.contains(w))
                    .distinct()
                    .forEach(w ->
                            form.say("The assignment has the workload %s on gpu %s, which the problem does not have."
                                    .formatted(w, gpu)));
        });
        problem.gpus().forEach(gpu -> form.checkGpu(gpu, assignment));
        return form.mistakes;
    }

    /** Whether an assignment has workloads of which nothing is known, so that no more can be said of it. */
    static boolean namesUnknown(Problem problem, Assignment assignment) {
        Form form = of(problem);
        return assignment.byGpu().values().stream().anyMatch(replicas -> !form.workloads.containsAll(replicas));
    }

    /** What is wrong with the ids of a certificate, and with a price of changes. */
    static List<String> mistakes(Problem problem, Certificate certificate) {
        Form form = of(problem);
        Set<String> classes = problem.classes().stream().map(GpuClass::id).collect(Collectors.toSet());
        certificate.prices().forEach((workload, byClass) -> {
            if (!form.workloads.contains(workload)) {
                form.say("The prices name the workload %s, which the problem does not have.".formatted(workload));
            }
            byClass.keySet().stream()
                    .filter(c -> !classes.contains(c))
                    .forEach(c ->
                            form.say("The prices of workload %s name the class %s, which the problem does not have."
                                    .formatted(workload, c)));
        });
        if (problem.maxChanges() == null && certificate.changePrice() != 0) {
            form.say("The changePrice is %s, but without maxChanges in the problem it must be 0."
                    .formatted(certificate.changePrice()));
        }
        return form.mistakes;
    }

    /** Whether value and bound stand to each other as status and method say. */
    static List<String> mistakes(Status status, BigInteger value, BigInteger bound, Certificate certificate) {
        Form form = new Form(Set.of());
        Method method = certificate.method();
        if (status == Status.OPTIMAL && !value.equals(bound)) {
            form.say("The status is OPTIMAL, but the value %s is not the bound %s.".formatted(value, bound));
        }
        if (status == Status.FEASIBLE && value.compareTo(bound) >= 0) {
            form.say("The status is FEASIBLE, but the value %s is not below the bound %s.".formatted(value, bound));
        }
        if (status == Status.FEASIBLE && method != Method.PRICES) {
            form.say("The status is FEASIBLE, but the method is %s instead of prices.".formatted(method.word()));
        }
        if (method == Method.PRICES && !bound.equals(certificate.priceBound())) {
            form.say("The method is prices, but the bound %s is not the priceBound %s."
                    .formatted(bound, certificate.priceBound()));
        }
        return form.mistakes;
    }

    private void checkGpu(GpuSpec gpu, Assignment assignment) {
        if (!assignment.byGpu().containsKey(gpu.id())) {
            say("The assignment lacks the gpu %s.".formatted(gpu.id()));
            return;
        }
        List<String> replicas = assignment.on(gpu.id());
        int kept = replicas.size() - Change.of(gpu, replicas).added().size();
        if (!isSubsequence(replicas.subList(0, kept), gpu.current())) {
            say("The gpu %s lists %s; what stays must come first, in the order of current %s."
                    .formatted(gpu.id(), replicas, gpu.current()));
        } else if (!ascends(replicas.subList(kept, replicas.size()))) {
            say("The gpu %s lists %s; what is added must ascend by code point.".formatted(gpu.id(), replicas));
        }
    }

    private static boolean isSubsequence(List<String> part, List<String> whole) {
        int found = 0;
        for (int i = 0; i < whole.size() && found < part.size(); i++) {
            found += whole.get(i).equals(part.get(found)) ? 1 : 0;
        }
        return found == part.size();
    }

    private static boolean ascends(List<String> ids) {
        for (int i = 1; i < ids.size(); i++) {
            if (compareCodePoints(ids.get(i - 1), ids.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Strings compare by UTF-16 units, which puts what is beyond U+FFFF before U+E000 to U+FFFF. */
    private static int compareCodePoints(String a, String b) {
        int[] left = a.codePoints().toArray();
        int[] right = b.codePoints().toArray();
        return Arrays.compare(left, right);
    }

    private void say(String sentence) {
        mistakes.add(sentence);
    }
}
