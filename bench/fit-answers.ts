import { join } from 'node:path';
import { type AnswerLesson, answerLessons } from '../src/knowledge/evaluation/answer-lessons.ts';
import { fitAnswers } from '../src/knowledge/evaluation/fit-answers.ts';
import { loadPack } from '../src/knowledge/packs/load-pack.ts';
import { projectRoot } from '../src/paths.ts';

/** Prints the weights of `src/knowledge/answers/answer-weights.ts`, learnt anew from the shipped packs: `tsx bench/fit-answers.ts`. */
const lessons: AnswerLesson[] = [];
for (const name of ['shop', 'finance', 'travel'])
  for await (const lesson of answerLessons(await loadPack(join(projectRoot, 'knowledge', name)))) lessons.push(lesson);
console.log(JSON.stringify(fitAnswers(lessons), null, 2));
